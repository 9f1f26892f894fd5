/** The next step of a proposal, first; then how to close it, and how to take the last step back. */
import { refusalReasons } from '#domain/referral-reasons.ts';
import { referralMachine } from '#domain/referral-state.ts';
import type { ReferralState } from '#domain/referral-state.ts';
import { isClosed } from '#domain/state-machine.ts';
import type { PageRequest } from '#http/route.ts';
import { DateField, Form, SelectField } from '#ui/form.tsx';
import { ActionButton, ButtonLink, Card, Disclosure } from '#ui/parts.tsx';
import type { DeskReferral } from './desk-queries.ts';

export function StepsCard({ request, referral, turn }: { request: PageRequest; referral: DeskReferral; turn: string }) {
  const path = `/orientations/${referral.id}`;
  const closed = isClosed(referralMachine, referral.state);
  return (
    <Card title={closed ? 'Proposition close' : 'Prochaine étape'} aside={turn}>
      <div class="row">
        <NextSteps request={request} referral={referral} path={path} />
        {referral.beforeStep !== null && referral.state !== 'withdrawn' && (
          <ActionButton action={`${path}/annuler`} formKey={request.key()} kind="quiet" icon="undo-2">
            Annuler la dernière étape
          </ActionButton>
        )}
      </div>
      {referral.state === 'referred' && referral.acceptedAt === null && (
        <Disclosure summary="Accepter avec un rendez-vous">
          <Form action={`${path}/accepter`} formKey={request.key()} state={request.form} submit="Accepter">
            <DateField name="meetOn" label="Jour du rendez-vous" optional state={request.form} />
          </Form>
        </Disclosure>
      )}
      {!closed && (
        <Disclosure summary="Refuser ou arrêter" open={request.typed}>
          <Form
            action={`${path}/refuser`}
            formKey={request.key()}
            state={request.form}
            submit="Clore avec ce motif"
            danger
            blocked="le refus"
          >
            <SelectField
              name="reason"
              label="Motif"
              help="Le référent le lira tel quel."
              options={Object.entries(refusalReasons).map(([value, label]) => ({ value, label }))}
              state={request.form}
            />
          </Form>
        </Disclosure>
      )}
    </Card>
  );
}

function NextSteps({ request, referral, path }: { request: PageRequest; referral: DeskReferral; path: string }) {
  const button = (to: string, label: string, primary = true) => (
    <ActionButton action={`${path}/${to}`} formKey={request.key()} kind={primary ? 'primary' : 'plain'}>
      {label}
    </ActionButton>
  );
  const decide = (
    <ButtonLink href={`/personnes/${referral.personId}/eligibilite`} kind="primary">
      Décider de l’éligibilité
    </ButtonLink>
  );
  const pool = (
    <ButtonLink href={`/personnes/${referral.personId}/vivier`} kind="primary">
      Inscrire au vivier
    </ButtonLink>
  );
  const steps: Record<ReferralState, unknown> = {
    referred: (
      <>
        {referral.acceptedAt === null && button('accepter', 'Accepter')}
        {button('rencontrer', 'Personne rencontrée', referral.acceptedAt !== null)}
      </>
    ),
    met: (
      <>
        {decide}
        {button('justificatif', 'Demander un justificatif', false)}
      </>
    ),
    'eligibility-pending': decide,
    eligible: pool,
    expired: decide,
    'in-pool': (
      <>
        <ButtonLink href="/vivier">Ouvrir le vivier</ButtonLink>
        {button('embauche', 'En emploi', false)}
      </>
    ),
    'not-eligible': decide,
    refused: null,
    hired: null,
    withdrawn: null,
  };
  return <>{steps[referral.state]}</>;
}
