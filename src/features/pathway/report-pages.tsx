/** Tripartite meetings: those of a contract with the form of the next, one report to read and print, and its changes. */
import { may } from '#domain/access.ts';
import { formatDay, formatShortDay, parisDay } from '#domain/day.ts';
import { reportPresences } from '#domain/work-evaluation.ts';
import { record } from '#db/audit.ts';
import type { PageRequest, View } from '#http/route.ts';
import { ButtonLink, Card, DefinitionList, PageHeading } from '#ui/parts.tsx';
import { PrintButton } from '#ui/parts/print-button.tsx';
import { reportConflict } from './report-conflict.tsx';
import { contractTrail } from './contract-trail.ts';
import { findNamed, findWalked } from './queries.ts';
import { ReportForm, valuesOf } from './report-form.tsx';
import { ReportList } from './report-list.tsx';
import { findReport, listReports } from './report-queries.ts';

export async function drawReports(request: PageRequest): Promise<View | null> {
  const { ctx, params, form } = request;
  const contract = await findWalked(ctx, params['id'] ?? '');
  const person = contract && (await findNamed(ctx, contract.personId));
  if (contract === null || person === null) return null;
  await record(ctx, { action: 'report.read', subjectType: 'person', subjectId: person.id });
  const body = (
    <>
      <PageHeading
        title="Bilans tripartites"
        lead={`${person.givenName} ${person.familyName}, ${contract.company}`}
        breadcrumb={contractTrail(ctx.actor, contract)}
      />
      <ReportList reports={await listReports(ctx, contract.id)} />
      {may(ctx.actor, 'visit.write').allowed && (
        <Card title="Nouveau bilan">
          <ReportForm
            action={`/contrats/${contract.id}/bilans`}
            formKey={request.key()}
            state={form}
            today={parisDay(ctx.now)}
          />
        </Card>
      )}
    </>
  );
  return { title: 'Bilans tripartites', body, width: 'form' };
}

export async function drawReport(request: PageRequest): Promise<View | null> {
  const { ctx, params } = request;
  const report = await findReport(ctx, params['id'] ?? '');
  const person = report && (await findNamed(ctx, report.personId));
  if (report === null || person === null) return null;
  await record(ctx, { action: 'report.read', subjectType: 'person', subjectId: person.id });
  const contract = await findWalked(ctx, report.contractId);
  const writes = may(ctx.actor, 'visit.write').allowed;
  const body = (
    <>
      <PageHeading
        title={`Bilan du ${formatDay(report.heldOn)}`}
        lead={[`${person.givenName} ${person.familyName}`, contract?.company].filter(Boolean).join(', ')}
        breadcrumb={
          contract === null
            ? [{ href: `/personnes/${person.id}/partage`, label: 'Personne orientée' }]
            : [...contractTrail(ctx.actor, contract), { href: `/contrats/${contract.id}/bilans`, label: 'Bilans' }]
        }
        actions={
          <>
            {writes && (
              <ButtonLink href={`/bilans/${report.id}/modifier`} icon="pencil">
                Modifier
              </ButtonLink>
            )}
            <PrintButton />
          </>
        }
      />
      <Card>
        <DefinitionList
          items={[
            { term: 'Présents', value: report.present.map((one) => reportPresences[one]).join(', ') },
            { term: 'Le travail', value: report.said },
            { term: 'Ce qui est convenu', value: report.agreed === '' ? 'Rien de particulier' : report.agreed },
            ...(report.nextOn === null ? [] : [{ term: 'Prochain bilan', value: formatShortDay(report.nextOn) }]),
            { term: 'Rédigé par', value: report.author },
          ]}
        />
      </Card>
      <p class="soft">
        Lu par la structure de facilitation, l’employeur, l’entreprise, le prescripteur et la personne.
      </p>
    </>
  );
  return { title: 'Bilan tripartite', body, width: 'form' };
}

export async function drawEditReport(request: PageRequest): Promise<View | null> {
  const { ctx, params, refusal, form, typed } = request;
  const report = await findReport(ctx, params['id'] ?? '');
  if (report === null) return null;
  if (!typed) await record(ctx, { action: 'report.read', subjectType: 'person', subjectId: report.personId });
  const state = typed ? form : { values: valuesOf(report), errors: [] };
  const body = (
    <>
      <PageHeading
        title="Modifier le bilan"
        breadcrumb={[{ href: `/bilans/${report.id}`, label: `Bilan du ${formatShortDay(report.heldOn)}` }]}
      />
      {refusal?.because === 'changed-meanwhile' ? (
        await reportConflict(request, report)
      ) : (
        <ReportForm
          action={`/bilans/${report.id}/modifier`}
          formKey={request.key()}
          state={state}
          today={parisDay(ctx.now)}
          version={String((typed ? form.values['version'] : undefined) ?? report.version)}
          cancel={`/bilans/${report.id}`}
        />
      )}
    </>
  );
  return { title: 'Modifier le bilan', body, width: 'form' };
}
