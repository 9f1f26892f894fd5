/** A person's rights over her data: what was asked, until when an answer is due, and a new request. */
import { formatDay, parisDay } from '#domain/day.ts';
import { isOpenRequest, requestClock, requestKinds, requestStates } from '#domain/rights-request.ts';
import type { RequestKind } from '#domain/rights-request.ts';
import type { PageRequest, View } from '#http/route.ts';
import { Form, RadioCards, TextArea } from '#ui/form.tsx';
import { ActionButton, ButtonLink, Card, DefinitionList, Status } from '#ui/parts.tsx';
import { ownPage, spacePath } from './frame.tsx';
import type { OwnRequest } from './queries.ts';
import { listOwnRequests } from './queries.ts';

export function drawOwnRequests(request: PageRequest): Promise<View | null> {
  const done = 'Votre demande est envoyée. Une réponse vous est due sous un mois.';
  return ownPage(request, { title: 'Mes droits', done }, async (me) => {
    const requests = await listOwnRequests(request.ctx, me.id);
    return (
      <>
        <p>
          Vos données sont à vous. {me.structure} doit vous répondre sous un mois. C’est gratuit, et cela ne change rien
          à votre emploi.
        </p>
        <p>
          <ButtonLink href={spacePath(request, '/mes-donnees')} icon="download">
            Voir toutes mes données maintenant
          </ButtonLink>
        </p>
        {requests.map((one) => (
          <Asked one={one} request={request} />
        ))}
        <h2>Nouvelle demande</h2>
        <Form
          action={spacePath(request, '/demandes')}
          formKey={request.key()}
          state={request.form}
          submit="Envoyer ma demande"
          submitIcon="send"
          blocked="l’envoi"
        >
          <RadioCards
            name="kind"
            label="Ce que je demande"
            state={request.form}
            options={Object.entries(requestKinds).map(([value, { label, detail }]) => ({ value, label, detail }))}
          />
          <TextArea
            name="message"
            label="Ce qu’il faut savoir"
            help="Quelques mots suffisent. Jamais de numéro de sécurité sociale."
            optional
            limit={2000}
            state={request.form}
          />
        </Form>
        <p class="soft">
          La réponse ne vous convient pas ? Vous pouvez écrire à la <a href="https://www.cnil.fr/fr/plaintes">CNIL</a>.
        </p>
      </>
    );
  });
}

function Asked({ one, request }: { one: OwnRequest; request: PageRequest }) {
  const { kind, state, receivedOn, dueOn, extendedOn, extensionReason, message, answer, answeredOn } = one;
  const today = parisDay(request.ctx.now);
  return (
    <Card
      title={requestKinds[kind satisfies RequestKind].label}
      aside={<Status {...(isOpenRequest(state) ? requestClock(one, today) : requestStates[state])} />}
      actions={
        isOpenRequest(state) && (
          <ActionButton
            action={spacePath(request, '/demandes/retirer')}
            formKey={request.key()}
            hidden={{ demande: one.id }}
            size="small"
          >
            Retirer cette demande
          </ActionButton>
        )
      }
    >
      <DefinitionList
        items={[
          { term: 'Demandée le', value: formatDay(receivedOn) },
          ...(isOpenRequest(state) ? [{ term: 'Réponse au plus tard le', value: formatDay(dueOn) }] : []),
          ...(extendedOn === null ? [] : [{ term: 'Prolongée, parce que', value: extensionReason }]),
          ...(message === '' ? [] : [{ term: 'Votre message', value: message }]),
          ...(answeredOn === null ? [] : [{ term: `Réponse du ${formatDay(answeredOn)}`, value: answer }]),
        ]}
      />
    </Card>
  );
}
