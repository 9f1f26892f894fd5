/** One's calendar: a secret address to paste in an agenda, made again or closed at will. */
import { openCalendarLink } from '#db/calendar-link.ts';
import type { PageRequest, View } from '#http/route.ts';
import { ActionButton, Alert, ButtonLink, Card, DateText, PageHeading, SecretOnce } from '#ui/parts.tsx';
import { calendarOwner } from './calendar-link.ts';

export async function drawCalendar(request: PageRequest): Promise<View> {
  const { ctx } = request;
  const open = await openCalendarLink(ctx.db, calendarOwner(ctx), ctx.now);
  const body = (
    <>
      <PageHeading
        title="Calendrier"
        lead="Les échéances de Guichet dans votre agenda : fins de marché, déclarations attendues, réunions de la plateforme, informations collectives, nombre de visites à faire et d’éligibilités qui prennent fin."
      />
      {request.form.errors.map(({ text }) => (
        <Alert tone="problem">{text}</Alert>
      ))}
      <Card title={open === null ? 'Aucune adresse encore' : 'Adresse ouverte'}>
        {open === null ? (
          <p>Guichet crée une adresse secrète. Votre agenda la lit seul ; elle ne contient aucun nom de personne.</p>
        ) : (
          <p>
            Créée le <DateText date={open.createdAt} />, valable jusqu’au <DateText date={open.expiresAt} />. Une
            nouvelle adresse ferme celle-ci.
          </p>
        )}
        <div class="row">
          <ActionButton
            action="/calendrier"
            formKey={request.key()}
            kind={open === null ? 'primary' : 'plain'}
            icon="calendar"
          >
            {open === null ? 'Créer mon adresse' : 'Créer une nouvelle adresse'}
          </ActionButton>
          {open !== null && (
            <ActionButton action="/calendrier/fermer" formKey={request.key()} kind="quiet">
              Fermer cette adresse
            </ActionButton>
          )}
        </div>
      </Card>
    </>
  );
  return { title: 'Calendrier', body, width: 'form' };
}

export function openedView({ url }: { url: string }): View {
  const body = (
    <>
      <PageHeading title="Votre adresse de calendrier" />
      <SecretOnce label="Adresse à coller dans votre agenda" secret={url} />
      <p>
        Dans votre agenda, choisissez « S’abonner à un calendrier » ou « Ajouter par adresse ». Qui connaît cette
        adresse lit vos échéances : ne la partagez pas.
      </p>
      <div class="row">
        <ButtonLink href="/calendrier">Retour au calendrier</ButtonLink>
      </div>
    </>
  );
  return { title: 'Votre adresse de calendrier', body, width: 'form' };
}
