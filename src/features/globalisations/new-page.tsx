/** Proposing an agreement: the company first, then its lots and the terms. */
import { organisationOf } from '#domain/actor.ts';
import { addYears, parisDay } from '#domain/day.ts';
import type { PageRequest, View } from '#http/route.ts';
import { Form, SelectField } from '#ui/form.tsx';
import { EmptyState, PageHeading } from '#ui/parts.tsx';
import { findHolderOf, listCandidateCompanies, listCandidateLots } from './candidate-queries.ts';
import { agreementTrail } from './list-page.tsx';
import { namesOf } from './side-queries.ts';
import { PaperField, TermFields } from './term-fields.tsx';

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
