/** The form of an agreement: a new one, its terms while it is not signed, or the amendment of a signed one. */
import { organisationOf } from '#domain/actor.ts';
import { mayOnAgreement } from '#domain/agreement.ts';
import { addYears, parisDay } from '#domain/day.ts';
import { lastWriter } from '#db/audit.ts';
import type { PageRequest, View } from '#http/route.ts';
import { CheckboxGroup, DateField, FieldPair, FileField, Form, SelectField, TextField } from '#ui/form.tsx';
import type { FormState } from '#ui/form.tsx';
import { Alert, ConflictView, EmptyState, PageHeading } from '#ui/parts.tsx';
import type { CandidateLot } from './candidate-queries.ts';
import { findHolderOf, listCandidateCompanies, listCandidateLots } from './candidate-queries.ts';
import { agreementTrail } from './list-page.tsx';
import type { OpenedAgreement } from './open-agreement.ts';
import { openAgreement } from './open-agreement.ts';
import { namesOf } from './queries.ts';

export const accepted = '.pdf,.jpg,.jpeg,.png,.webp,.docx,.odt';

export async function drawNewAgreement(request: PageRequest): Promise<View | null> {
  const { ctx, query, form, typed } = request;
  const lot = query.get('lot') ?? '';
  const asked = String(form.values['company'] ?? query.get('entreprise') ?? '');
  const isCompany = ctx.actor.kind === 'member' && ctx.actor.organisationKind === 'company';
  const named = isCompany ? (organisationOf(ctx.actor) ?? '') : asked;
  const company = named === '' && isId.test(lot) ? ((await findHolderOf(ctx, lot)) ?? '') : named;
  if (!isId.test(company)) return drawChoice(request);
  const lots = await listCandidateLots(ctx, company);
  if (lots.length === 0 && !isCompany) return null;
  const name = (await namesOf(ctx, [company])).get(company) ?? '';
  const today = parisDay(ctx.now);
  const first = { lots: lots.length === 2 ? lots.map(({ lotId }) => lotId) : [lot], fromDay: today };
  const state = typed ? form : { values: { ...first, untilDay: addYears(today, 1) }, errors: [] };
  const body = (
    <>
      <PageHeading title="Proposer un accord" breadcrumb={agreementTrail} lead={`Entre les lots de ${name}.`} />
      {lots.length < 2 ? (
        <OneLot name={name} />
      ) : (
        <Form
          action="/globalisations/nouveau"
          formKey={request.key()}
          hidden={{ company }}
          multipart
          state={state}
          submit="Proposer l’accord"
          cancel={{ href: '/globalisations', label: 'Annuler' }}
        >
          <TermFields lots={lots} state={state} isCompany={isCompany} />
          <PaperField state={state} />
        </Form>
      )}
    </>
  );
  return { title: 'Proposer un accord de globalisation', body, width: 'form' };
}

const isId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

async function drawChoice(request: PageRequest): Promise<View> {
  const companies = await listCandidateCompanies(request.ctx);
  const state = request.form;
  const body = (
    <>
      <PageHeading
        title="Proposer un accord"
        breadcrumb={agreementTrail}
        lead="Choisissez l’entreprise dont les lots seront réunis."
      />
      {companies.length === 0 ? (
        <EmptyState title="Aucune entreprise ne tient deux de vos lots." icon="factory">
          Un accord de globalisation réunit au moins deux lots d’une même entreprise.
        </EmptyState>
      ) : (
        <Form action="/globalisations/nouveau" method="get" state={state} submit="Continuer">
          <SelectField
            name="entreprise"
            label="Entreprise"
            state={state}
            options={companies.map(({ id, name, lots }) => ({ value: id, label: name, detail: `${lots} lots` }))}
          />
        </Form>
      )}
    </>
  );
  return { title: 'Proposer un accord de globalisation', body, width: 'form' };
}

function OneLot({ name }: { name: string }) {
  return (
    <EmptyState
      title={`${name} ne tient qu’un de vos lots.`}
      icon="factory"
      actions={<a href="/globalisations">Voir les accords</a>}
    >
      Un accord de globalisation réunit au moins deux lots d’une même entreprise.
    </EmptyState>
  );
}

export async function drawEditAgreement(request: PageRequest): Promise<View | null> {
  const { ctx, form, typed } = request;
  const opened = await openAgreement(ctx, request.params['id'] ?? '');
  if (opened === null || !opened.sides.includes('proposer')) return null;
  const { agreement } = opened;
  if (!typed && !mayOnAgreement('edit', opened)) return null;
  const lots = await listCandidateLots(ctx, agreement.companyId);
  const state = typed ? form : { values: valuesOf(opened), errors: [] };
  const conflict = request.refusal?.because === 'changed-meanwhile';
  const body = (
    <>
      <PageHeading
        title="Modifier l’accord"
        breadcrumb={[...agreementTrail, { href: `/globalisations/${agreement.id}`, label: 'L’accord' }]}
        lead="Ceux qui avaient signé devront signer de nouveau."
      />
      {conflict ? (
        await conflictOf(request, opened)
      ) : (
        <Form
          action={`/globalisations/${agreement.id}/modifier`}
          formKey={request.key()}
          version={String((typed ? form.values['version'] : undefined) ?? agreement.version)}
          state={state}
          submit="Enregistrer"
          cancel={{ href: `/globalisations/${agreement.id}`, label: 'Annuler' }}
        >
          <TermFields lots={lots} state={state} isCompany={opened.sides.includes('company')} />
        </Form>
      )}
    </>
  );
  return { title: 'Modifier un accord de globalisation', body, width: 'form' };
}

export async function drawAmendAgreement(request: PageRequest): Promise<View | null> {
  const { ctx, form, typed } = request;
  const opened = await openAgreement(ctx, request.params['id'] ?? '');
  if (opened === null || (!typed && !mayOnAgreement('amend', opened))) return null;
  const { agreement } = opened;
  const lots = await listCandidateLots(ctx, agreement.companyId);
  const today = parisDay(ctx.now);
  const values = { ...valuesOf(opened), reason: '', fromDay: today, companySignedOn: '' };
  const state = typed ? form : { values, errors: [] };
  const body = (
    <>
      <PageHeading
        title="Avenant à l’accord"
        breadcrumb={[...agreementTrail, { href: `/globalisations/${agreement.id}`, label: 'L’accord' }]}
        lead="L’accord actuel tient jusqu’à ce que chacun ait signé son avenant."
      />
      <Form
        action={`/globalisations/${agreement.id}/avenant`}
        formKey={request.key()}
        multipart
        state={state}
        submit="Proposer l’avenant"
        cancel={{ href: `/globalisations/${agreement.id}`, label: 'Annuler' }}
      >
        <TermFields lots={lots} state={state} isCompany={opened.sides.includes('company')} />
        <PaperField state={state} />
      </Form>
    </>
  );
  return { title: 'Avenant à un accord de globalisation', body, width: 'form' };
}

function TermFields({
  lots,
  state,
  isCompany,
}: {
  lots: readonly CandidateLot[];
  state: FormState;
  isCompany: boolean;
}) {
  return (
    <>
      <CheckboxGroup
        name="lots"
        label="Lots réunis"
        help="Deux au moins. Chaque acheteur concerné devra signer."
        state={state}
        options={lots.map(({ lotId, number, title, object, buyer }) => ({
          value: lotId,
          label: `Lot ${number}, ${title}`,
          detail: `${object}, pour ${buyer}`,
        }))}
      />
      <TextField
        name="reason"
        label="Motif"
        help="Par exemple Un seul parcours sur deux chantiers."
        maxlength={300}
        autocomplete="off"
        state={state}
      />
      <FieldPair>
        <DateField name="fromDay" label="Premier jour" state={state} />
        <DateField name="untilDay" label="Dernier jour" state={state} />
      </FieldPair>
      <DateField
        name="companySignedOn"
        label={isCompany ? 'Signé par vous le' : 'Signé par l’entreprise le'}
        help={
          isCompany
            ? 'Aujourd’hui si vous laissez vide.'
            : 'Laissez vide si elle n’a pas encore signé\u00A0: elle pourra le faire ici.'
        }
        optional
        state={state}
      />
    </>
  );
}

function PaperField({ state }: { state: FormState }) {
  return (
    <FileField
      name="file"
      label="Accord signé"
      help={'10\u00A0Mo au plus\u00A0: PDF, image, Word ou OpenDocument. Vous pourrez le joindre plus tard.'}
      accept={accepted}
      optional
      state={state}
    />
  );
}

function valuesOf({ agreement, lots, signatures }: OpenedAgreement) {
  const signed = signatures.find(({ capacity }) => capacity === 'company')?.signedOn ?? '';
  const { reason, fromDay, untilDay } = agreement;
  return { lots: lots.map(({ lotId }) => lotId), reason, fromDay, untilDay, companySignedOn: signed };
}

async function conflictOf(request: PageRequest, opened: OpenedAgreement) {
  const { agreement } = opened;
  const writer = await lastWriter(request.ctx, { subjectType: 'globalisation', subjectId: agreement.id });
  if (!mayOnAgreement('edit', opened)) {
    return <Alert tone="attention">L’accord vient d’être signé par tous. Préparez plutôt un avenant.</Alert>;
  }
  const { lots, ...current } = valuesOf(opened);
  const { version: _, ...mine } = request.form.values;
  const labels = { reason: 'Motif', fromDay: 'Premier jour', untilDay: 'Dernier jour' } as const;
  const fields = Object.entries(labels)
    .map(([name, label]) => ({
      label,
      yours: String(mine[name] ?? ''),
      theirs: current[name as keyof typeof labels],
    }))
    .filter(({ yours, theirs }) => yours !== theirs);
  const numbers = (ids: readonly string[]) => `${ids.length} lots`;
  const chosen = [mine['lots'] ?? []].flat();
  const differs = chosen.toSorted().join() !== lots.toSorted().join();
  return (
    <ConflictView
      who={writer.name}
      at={writer.at}
      fields={differs ? [...fields, { label: 'Lots réunis', yours: numbers(chosen), theirs: numbers(lots) }] : fields}
      action={`/globalisations/${agreement.id}/modifier`}
      formKey={request.key()}
      version={agreement.version}
      values={mine}
      takeHref={`/globalisations/${agreement.id}/modifier`}
    />
  );
}
