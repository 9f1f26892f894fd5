/** The form by which a prescriber corrects her candidate, with both versions when a colleague did so meanwhile. */
import { parseTypedDay, formatShortDay } from '#domain/day.ts';
import { lastWriter } from '#db/audit.ts';
import type { PageRequest, View } from '#http/route.ts';
import { Form } from '#ui/form.tsx';
import { ConflictView, PageHeading } from '#ui/parts.tsx';
import type { OwnReferral } from './own-queries.ts';
import { findCandidate } from './own-queries.ts';
import { CandidateFields } from './proposal-fields.tsx';
import { candidateTrail } from './propose-page.tsx';

export async function drawCorrection(request: PageRequest): Promise<View | null> {
  const candidate = await findCandidate(request.ctx, request.params['id'] ?? '');
  if (candidate === null) return null;
  const state = request.typed ? request.form : { values: valuesOf(candidate), errors: [] };
  const path = `/candidats/${candidate.id}`;
  const conflict = request.refusal?.because === 'changed-meanwhile';
  const body = (
    <>
      <PageHeading title="Corriger" breadcrumb={[...candidateTrail, { href: path, label: 'Candidat' }]} />
      {conflict ? (
        await conflictOf(request, candidate)
      ) : (
        <Form
          action={`${path}/modifier`}
          formKey={request.key()}
          version={String((request.typed ? request.form.values['version'] : undefined) ?? candidate.version)}
          state={state}
          submit="Enregistrer"
          cancel={{ href: path, label: 'Annuler' }}
        >
          <CandidateFields state={state} />
        </Form>
      )}
    </>
  );
  return { title: 'Corriger un candidat', body, width: 'form' };
}

async function conflictOf(request: PageRequest, candidate: OwnReferral) {
  const writer = await lastWriter(request.ctx, { subjectType: 'referral', subjectId: candidate.id });
  const current: Record<string, string | string[]> = valuesOf(candidate);
  const { version: _, ...mine } = request.form.values;
  const fields = Object.entries(labels)
    .map(([name, label]) => ({ label, yours: shown(name, mine[name]), theirs: shown(name, current[name]) }))
    .filter(({ yours, theirs }) => yours !== theirs);
  return (
    <ConflictView
      who={writer.name}
      at={writer.at}
      fields={fields}
      action={`/candidats/${candidate.id}/modifier`}
      formKey={request.key()}
      version={candidate.version}
      values={mine}
      takeHref={`/candidats/${candidate.id}`}
    />
  );
}

const labels = {
  familyName: 'Nom',
  givenName: 'Prénom',
  birthDate: 'Date de naissance',
  commune: 'Commune',
  phone: 'Téléphone',
  email: 'Adresse électronique',
  availableFrom: 'Disponible à partir du',
};

function shown(name: string, value: string | string[] | undefined): string {
  const text = String(value ?? '');
  const day = name === 'birthDate' || name === 'availableFrom' ? parseTypedDay(text) : null;
  return day?.ok ? formatShortDay(day.value) : text;
}

function valuesOf(candidate: OwnReferral): Record<string, string | string[]> {
  const { familyName, givenName, birthDate, commune, phone, email, claims, wishCode, availableFrom } = candidate;
  return {
    familyName,
    givenName,
    birthDate: birthDate ?? '',
    commune,
    phone,
    email,
    claims,
    wishCode,
    availableFrom: availableFrom ?? '',
  };
}
