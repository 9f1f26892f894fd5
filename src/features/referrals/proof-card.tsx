/** The paper the structure waits for: said as handed or renewed by the prescriber, read by the structure. */
import { formatShortDay, parisDay } from '#domain/day.ts';
import { proofKinds } from '#domain/eligibility-proofs.ts';
import { handedProofLabel, handedProofs } from '#domain/referral-proofs.ts';
import type { PageRequest } from '#http/route.ts';
import { DateField, FieldPair, Form, SelectField } from '#ui/form.tsx';
import { Alert, Card } from '#ui/parts.tsx';
import { waitsForProof } from './hand-proof.ts';
import type { ReferralRow } from './queries.ts';
import { proofHanded } from './words.ts';

export function HandProof({ request, candidate }: { request: PageRequest; candidate: ReferralRow }) {
  if (!waitsForProof(candidate)) return <></>;
  const typed = request.typed && request.form.values['kind'] !== undefined;
  const state = typed ? request.form : { values: {}, errors: [] };
  return (
    <Card title="Justificatif">
      {proofHanded(candidate) && <p>{`${saidWords(candidate)} La structure le vérifie.`}</p>}
      <Form
        action={`/candidats/${candidate.id}/justificatif`}
        formKey={request.key()}
        state={state}
        submit="Pièce remise ou renouvelée"
        blocked="la réponse"
      >
        <FieldPair>
          <SelectField
            name="kind"
            label="Pièce"
            state={state}
            options={handedProofs.map((value) => ({ value, label: proofKinds[value].label }))}
          />
          <DateField name="datedOn" label="Datée du" optional state={state} />
        </FieldPair>
        <p class="soft">
          La pièce se montre à la structure, elle ne s’envoie pas ici. Ce qui touche à la santé ou à la justice se dit
          de vive voix.
        </p>
      </Form>
    </Card>
  );
}

/** For the structure: what was said since it asked. */
export function HandedProof({ referral }: { referral: ReferralRow }) {
  if (!proofHanded(referral)) return <></>;
  return <Alert tone="attention">{saidWords(referral)}</Alert>;
}

function saidWords({ proofKind, proofDatedOn, proofSaidAt }: ReferralRow): string {
  const dated = proofDatedOn === null ? '' : ` du ${formatShortDay(proofDatedOn)}`;
  const said = proofSaidAt === null ? '' : `, le ${formatShortDay(parisDay(proofSaidAt))}`;
  return `Pièce remise ou renouvelée${said}\u00A0: ${handedProofLabel(proofKind)}${dated}.`;
}
