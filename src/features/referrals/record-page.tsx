/** Who referred a person to the structure, and the form to note it when the prescriber has no account. */
import { formatShortDay } from '#domain/day.ts';
import { isAccompanying, shownPrescriber } from '#domain/prescriber-kinds.ts';
import { claimCodes, claimCriteria } from '#domain/referral-claims.ts';
import { record } from '#db/audit.ts';
import type { PageRequest, View } from '#http/route.ts';
import { CheckboxGroup, EmailField, FieldPair, Form, SelectField, TextField } from '#ui/form.tsx';
import { Card, EmptyState, PageHeading, Status } from '#ui/parts.tsx';
import { PersonFrame } from '#ui/person-places.tsx';
import { InformedField } from './proposal-fields.tsx';
import { findHeldPerson, listPartners, listReferralsOf } from './record-queries.ts';
import { stateWords } from './words.ts';

export async function drawPersonReferrals(request: PageRequest): Promise<View | null> {
  const { ctx, form } = request;
  const person = await findHeldPerson(ctx, request.params['id'] ?? '');
  if (person === null) return null;
  await record(ctx, { action: 'person.read', subjectType: 'person', subjectId: person.id });
  const referrals = await listReferralsOf(ctx, person.id);
  const partners = await listPartners(ctx);
  const team = isAccompanying(ctx.actor);
  const body = (
    <>
      <PageHeading
        title="Prescripteurs de cette personne"
        breadcrumb={[
          { href: '/personnes', label: 'Personnes' },
          { href: `/personnes/${person.id}`, label: 'Fiche' },
        ]}
        lead="Qui l’a proposée. Chacun est prévenu de ce qu’elle devient."
      />
      <PersonFrame person={person} actor={ctx.actor} place="/prescripteurs">
        <Card title="Propositions">
          {referrals.length === 0 ? (
            <p class="soft">Personne ne l’a proposée.</p>
          ) : (
            <ul>
              {referrals.map((referral) => (
                <li>
                  <a href={`/orientations/${referral.id}`}>
                    {shownPrescriber({ name: referral.prescriber, kind: referral.kind }, { team }).name}, le{' '}
                    {formatShortDay(referral.informedOn)}
                  </a>{' '}
                  <Status {...stateWords(referral)} />
                </li>
              ))}
            </ul>
          )}
        </Card>
        <Card title="Noter une proposition">
          {partners.length === 0 ? (
            <EmptyState
              title="Aucun prescripteur dans votre liste."
              actions={<a href="/prescripteurs/nouveau">En ajouter un</a>}
            />
          ) : (
            <Form
              action={`/personnes/${person.id}/prescripteurs`}
              formKey={request.key()}
              state={form}
              submit="Enregistrer"
              cancel={{ href: `/personnes/${person.id}`, label: 'Annuler' }}
            >
              <SelectField
                name="prescriberId"
                label="Prescripteur"
                options={partners.map(({ id, name }) => ({ value: id, label: name }))}
                state={form}
              />
              <FieldPair>
                <TextField name="referentName" label="Référent" autocomplete="off" state={form} />
                <EmailField
                  name="referentEmail"
                  label="Son adresse électronique"
                  help="Sans compte, il recevra un lien pour suivre la personne."
                  optional
                  autocomplete="off"
                  state={form}
                />
              </FieldPair>
              <CheckboxGroup
                name="claims"
                label="Critères annoncés"
                optional
                options={claimCodes.map((value) => ({ value, label: claimCriteria[value] }))}
                state={form}
              />
              <InformedField state={form} />
            </Form>
          )}
        </Card>
      </PersonFrame>
    </>
  );
  return { title: 'Prescripteurs d’une personne', body, width: 'form' };
}
