-- Links without an account now also answer about candidates, needs, exits, and open a person's own space.
alter table link_token drop constraint link_token_purpose_check;
alter table link_token add constraint link_token_purpose_check check (purpose in (
  'set-up', 'invitation', 'password-reset', 'email-change', 'sign-in', 'second-step', 'passkey', 'proconnect', 'declaration', 'calendar',
  'need', 'placement', 'exit-question', 'person-space'
));
