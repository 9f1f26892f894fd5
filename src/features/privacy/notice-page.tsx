/** One file about to go: keep it after a contact Guichet does not know, or freeze it. */
import { parisDay } from '#domain/day.ts';
import { deedWords, noticeDays } from '#domain/retention-rules.ts';
import type { PageRequest, View } from '#http/route.ts';
import { DateField, Form } from '#ui/form.tsx';
import { Alert, ButtonLink, Card, DateText, DefinitionList, PageHeading, Status } from '#ui/parts.tsx';
import { listNotices } from './retention-queries.ts';
import { privacyTrail } from './tabs.tsx';

export async function drawNotice(request: PageRequest): Promise<View | null> {
  const { ctx, params, form } = request;
  const notice = (await listNotices(ctx)).find(({ id }) => id === params['id']);
  if (notice === undefined) return null;
  const { id, name, deed, dueOn, notifiedOn, held, personId, version } = notice;
  const body = (
    <>
      <PageHeading
        title={name}
        breadcrumb={[...privacyTrail, { href: '/donnees/conservation', label: 'Conservation' }]}
        status={
          held ? (
            <Status tone="neutral" label="Gelée" icon="lock" />
          ) : (
            <Status tone="attention" label={deedWords[deed]} />
          )
        }
      />
      {request.refusal?.because === 'changed-meanwhile' && (
        <Alert tone="attention">Cette fiche a changé pendant votre saisie. Vérifiez, puis recommencez.</Alert>
      )}
      <Card>
        <DefinitionList
          items={[
            { term: 'Ce qui va se passer', value: deedWords[deed] },
            { term: 'Le', value: <DateText date={dueOn} /> },
            { term: 'Annoncé le', value: <DateText date={notifiedOn} /> },
          ]}
        />
        {held && <p>Un gel ou une demande en cours suspend cet effacement.</p>}
      </Card>
      {deed !== 'erase-reasons' && (
        <Card
          title="Un contact récent ?"
          actions={
            <ButtonLink href={`/donnees/gels?cible=person:${personId}`} kind="quiet" icon="lock">
              Geler plutôt
            </ButtonLink>
          }
        >
          <p>
            Un appel, une visite que Guichet ne connaît pas : la durée repart de ce jour. Préavis : {noticeDays} jours.
          </p>
          <Form
            action={`/donnees/conservation/${id}/garder`}
            formKey={request.key()}
            version={String(version)}
            state={form}
            submit="Garder la fiche"
            cancel={{ href: '/donnees/conservation', label: 'Annuler' }}
          >
            <DateField name="contact" label="Nouveau contact le" state={form} max={parisDay(ctx.now)} />
          </Form>
        </Card>
      )}
    </>
  );
  return { title: 'Fiche à effacer', body, width: 'form' };
}
