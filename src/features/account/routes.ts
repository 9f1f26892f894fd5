/** The doors of one's own account. Those that read or write sign-in tables pass as the gate, always filtered by the account. */
import { magicLinks } from '#domain/magic-links.ts';
import type { Route } from '#http/route.ts';
import { action, page } from '#http/route.ts';
import { askEmailChange, confirmEmailChange } from './change-email.ts';
import { changePassword } from './change-password.ts';
import { chooseOrganisation } from './choose-organisation.ts';
import { drawCodesForm, recoveryCodesView } from './codes-pages.tsx';
import { editProfile } from './edit-profile.ts';
import { drawEmailForm, drawEmailLink, emailChanged } from './email-pages.tsx';
import { endAllOtherSessions, endOneSession } from './end-session.ts';
import { enrolCodes } from './enrol-codes.ts';
import {
  codesInput,
  emailInput,
  emailLinkInput,
  newPasskeyInput,
  nothingInput,
  organisationInput,
  passkeyIdInput,
  passkeyNameInput,
  passwordInput,
  profileInput,
  sessionIdInput,
} from './input.ts';
import { drawMessages } from './messages-page.tsx';
import { drawOrganisationChoice } from './organisation-page.tsx';
import { drawNewPasskey, drawPasskeyName } from './passkey-pages.tsx';
import { addPasskey, removePasskey, renamePasskey } from './passkeys.ts';
import { drawPasswordForm } from './password-page.tsx';
import { drawProfile } from './profile-page.tsx';
import { renewRecoveryCodes } from './recovery-codes.ts';
import { removeCodes } from './remove-codes.ts';
import { sessionCookie } from './rotate.ts';
import { drawSecurity } from './security-page.tsx';

const security = '/compte/securite';

const profileRoutes: Route[] = [
  page({ path: '/compte', permission: 'account.read', view: drawProfile }),
  action({
    path: '/compte',
    permission: 'account.edit',
    input: profileInput,
    story: editProfile,
    afterwards: () => ({ to: '/compte', say: 'Profil enregistré.' }),
    page: drawProfile,
  }),
  page({ path: '/compte/adresse', permission: 'account.secure', as: 'gate', view: drawEmailForm }),
  action({
    path: '/compte/adresse',
    permission: 'account.secure',
    as: 'gate',
    input: emailInput,
    story: askEmailChange,
    afterwards: () => ({
      to: '/compte',
      say: 'Un lien de confirmation part vers la nouvelle adresse. Il vaut une heure.',
    }),
    page: drawEmailForm,
  }),
  page({
    path: `${magicLinks['email-change'].path}/:token`,
    permission: 'sign-in.enter',
    as: 'gate',
    view: drawEmailLink,
  }),
  action({
    path: `${magicLinks['email-change'].path}/:token`,
    permission: 'sign-in.enter',
    as: 'gate',
    input: emailLinkInput,
    story: confirmEmailChange,
    afterwards: () => ({ to: '/compte', shows: emailChanged() }),
    page: drawEmailLink,
  }),
  page({ path: '/messages', permission: 'account.read', view: drawMessages }),
  page({
    path: '/compte/organisation',
    permission: 'account.choose-organisation',
    as: 'gate',
    view: drawOrganisationChoice,
  }),
  action({
    path: '/compte/organisation',
    permission: 'account.choose-organisation',
    as: 'gate',
    once: false,
    input: organisationInput,
    story: chooseOrganisation,
    afterwards: ({ suite, ...token }) => ({ to: suite, cookies: sessionCookie(token) }),
    page: drawOrganisationChoice,
  }),
];

const proofRoutes: Route[] = [
  page({ path: security, permission: 'account.read', view: drawSecurity }),
  page({
    path: `${security}/mot-de-passe`,
    permission: 'account.secure',
    as: 'gate',
    view: drawPasswordForm,
  }),
  action({
    path: `${security}/mot-de-passe`,
    permission: 'account.secure',
    as: 'gate',
    once: false,
    input: passwordInput,
    story: changePassword,
    afterwards: () => ({ to: security, say: 'Mot de passe changé. Vos autres sessions sont fermées.' }),
    page: drawPasswordForm,
  }),
  page({ path: `${security}/codes`, permission: 'account.enrol', as: 'gate', view: drawCodesForm }),
  action({
    path: `${security}/codes`,
    permission: 'account.enrol',
    as: 'gate',
    input: codesInput,
    story: enrolCodes,
    afterwards: ({ codes, ...token }) => ({
      to: security,
      shows: recoveryCodesView(codes),
      cookies: sessionCookie(token),
    }),
    page: drawCodesForm,
  }),
  action({
    path: `${security}/codes-de-secours`,
    permission: 'account.secure',
    as: 'gate',
    input: nothingInput,
    story: renewRecoveryCodes,
    afterwards: ({ codes }) => ({ to: security, shows: recoveryCodesView(codes) }),
    page: drawSecurity,
  }),
  action({
    path: `${security}/codes/retirer`,
    permission: 'account.secure',
    as: 'gate',
    input: nothingInput,
    story: removeCodes,
    afterwards: () => ({ to: security, say: 'Codes de l’application désactivés.' }),
    page: drawSecurity,
  }),
  page({ path: `${security}/cles/nouvelle`, permission: 'account.enrol', as: 'gate', view: drawNewPasskey }),
  action({
    path: `${security}/cles/nouvelle`,
    permission: 'account.enrol',
    as: 'gate',
    input: newPasskeyInput,
    story: addPasskey,
    afterwards: (token) => ({ to: security, say: 'Clé d’accès ajoutée.', cookies: sessionCookie(token) }),
    page: drawNewPasskey,
  }),
  page({ path: `${security}/cles/:id`, permission: 'account.secure', view: drawPasskeyName }),
  action({
    path: `${security}/cles/:id`,
    permission: 'account.secure',
    as: 'gate',
    input: passkeyNameInput,
    story: renamePasskey,
    afterwards: () => ({ to: security, say: 'Clé d’accès renommée.' }),
    page: drawPasskeyName,
  }),
  action({
    path: `${security}/cles/:id/retirer`,
    permission: 'account.secure',
    input: passkeyIdInput,
    story: removePasskey,
    afterwards: () => ({ to: security, say: 'Clé d’accès retirée.' }),
    page: drawSecurity,
  }),
  action({
    path: `${security}/sessions/:id/fermer`,
    permission: 'account.leave',
    input: sessionIdInput,
    story: endOneSession,
    afterwards: () => ({ to: security, say: 'Session fermée.' }),
    page: drawSecurity,
  }),
  action({
    path: `${security}/sessions/fermer-les-autres`,
    permission: 'account.leave',
    input: nothingInput,
    story: endAllOtherSessions,
    afterwards: ({ ended }) => ({
      to: security,
      say: ended === 0 ? 'Aucune autre session n’était ouverte.' : 'Autres sessions fermées.',
    }),
    page: drawSecurity,
  }),
];

export const accountRoutes: Route[] = [...profileRoutes, ...proofRoutes];
