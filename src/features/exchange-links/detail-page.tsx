/** One link: both sides, what each reads, its dates, its history, and how to end it. */
import { may } from '#domain/access.ts';
import type { LinkSide, LinkState } from '#domain/exchange-link.ts';
import { isOpenLink, keptBy, linkStates, mayActOnLink, pairingPolicy, sharedBy } from '#domain/exchange-link.ts';
import { formatSiret } from '#domain/siret.ts';
import type { PageRequest, View } from '#http/route.ts';
import {
  ActionButton,
  Alert,
  Card,
  DateText,
  DefinitionList,
  PageHeading,
  Period,
  Status,
  Timeline,
} from '#ui/parts.tsx';
import { historyOf } from './history.ts';
import { partnerName, partnersOf } from './list-page.tsx';
import { linkTrail } from './new-page.tsx';
import type { LinkRow } from './queries.ts';
import { findLink, namesOf, sideOf, stateNow } from './queries.ts';
import { SharedList } from './shared-list.tsx';

const explanations: Partial<Record<LinkState, string>> = {
  waiting: 'L’organisation invitée n’a pas encore accepté. Rien n’est partagé.',
  'pairing-expired': 'Le code n’a pas servi à temps. Créez-en un nouveau et remettez-le.',
  dead: `${pairingPolicy.tries} essais faux ont bloqué le code. Vérifiez à qui vous l’avez remis, puis créez-en un nouveau.`,
  coming: 'Le lien est accepté. Le partage commencera le premier jour.',
  ending: 'Le lien finit bientôt. Pour continuer, proposez un nouveau lien.',
  ended: 'Le lien est terminé. Plus rien n’est lu à ce titre.',
  revoked: 'Le lien est rompu. Plus rien n’est lu à ce titre.',
};

export async function drawLink(request: PageRequest): Promise<View | null> {
  const { ctx, params } = request;
  const link = await findLink(ctx, params['id'] ?? '');
  if (link === null) return null;
  const names = await namesOf(ctx, partnersOf(request, [link]));
  const partner = partnerName(request, { row: link, names });
  const state = stateNow(ctx, link);
  const history = await historyOf(ctx, { id: link.id, partner });
  const explanation = explanations[state];
  const body = (
    <>
      <PageHeading
        title={`Lien avec ${partner}`}
        lead={link.purpose}
        breadcrumb={linkTrail}
        status={<Status {...linkStates[state]} />}
        actions={may(ctx.actor, 'link.manage').allowed && <Actions request={request} link={link} state={state} />}
      />
      {request.form.errors.map(({ text }) => (
        <Alert tone="problem">{text}</Alert>
      ))}
      {explanation !== undefined && <Alert tone="info">{explanation}</Alert>}
      <Terms link={link} />
      <Reading request={request} link={link} partner={partner} />
      <Card title="Historique">
        {history.length === 0 ? <p>Aucun acte dans votre journal.</p> : <Timeline items={history} />}
      </Card>
    </>
  );
  return { title: 'Lien d’échange', body, width: 'form' };
}

function Terms({ link }: { link: LinkRow }) {
  const { acceptedAt, revokedAt, pairingExpiresAt } = link;
  return (
    <DefinitionList
      items={[
        { term: 'SIRET invité', value: formatSiret(link.invitedIdentifier) },
        { term: 'Durée', value: <Period from={link.validFrom} to={link.validUntil} /> },
        { term: 'Proposé le', value: <DateText date={link.createdAt} style="long" /> },
        ...(acceptedAt === null ? [] : [{ term: 'Accepté le', value: <DateText date={acceptedAt} style="long" /> }]),
        ...(revokedAt === null ? [] : [{ term: 'Rompu le', value: <DateText date={revokedAt} style="instant" /> }]),
        ...(pairingExpiresAt === null || acceptedAt !== null || revokedAt !== null
          ? []
          : [{ term: 'Code valable jusqu’au', value: <DateText date={pairingExpiresAt} style="instant" /> }]),
      ]}
    />
  );
}

function Reading({ request, link, partner }: { request: PageRequest; link: LinkRow; partner: string }) {
  const ours = sideOf(request.ctx, link);
  const theirs: LinkSide = ours === 'from' ? 'to' : 'from';
  const open = isOpenLink(stateNow(request.ctx, link));
  return (
    <>
      <Card title={open ? `${partner} lit chez vous` : `${partner} lirait chez vous`}>
        <Side side={ours} link={link} />
      </Card>
      <Card title={open ? 'Vous lisez chez ce partenaire' : 'Vous liriez chez ce partenaire'}>
        <Side side={theirs} link={link} />
      </Card>
    </>
  );
}

function Side({ side, link }: { side: LinkSide; link: LinkRow }) {
  const kept = keptBy(side, link);
  return (
    <>
      <SharedList items={sharedBy(side, link)} />
      {kept.length > 0 && <p class="soft">{`Non partagé\u00A0: ${kept.join(', ').toLowerCase()}.`}</p>}
    </>
  );
}

function Actions({ request, link, state }: { request: PageRequest; link: LinkRow; state: LinkState }) {
  const side = sideOf(request.ctx, link);
  return (
    <>
      {mayActOnLink('renew-code', { state, side }) && (
        <ActionButton action={`/liens/${link.id}/nouveau-code`} formKey={request.key()} icon="key-round">
          Nouveau code
        </ActionButton>
      )}
      {mayActOnLink('revoke', { state, side }) && (
        <ActionButton
          action={`/liens/${link.id}/rompre`}
          formKey={request.key()}
          kind="danger"
          confirm={{
            title: 'Rompre ce lien\u00A0?',
            text: 'Le partage cesse aussitôt des deux côtés. Pour le reprendre, il faudra un nouveau lien.',
            label: 'Rompre le lien',
          }}
        >
          Rompre
        </ActionButton>
      )}
    </>
  );
}
