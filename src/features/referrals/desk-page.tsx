/** One proposal seen by the structure: who, by whom, what is claimed, the next step in one press, and what was told. */
import { formatShortDay } from '#domain/day.ts';
import { formatPhone } from '#domain/phone.ts';
import { isAccompanying, shownPrescriber } from '#domain/prescriber-kinds.ts';
import { claimLabels } from '#domain/referral-claims.ts';
import { romeLabel } from '#domain/rome.ts';
import { record } from '#db/audit.ts';
import type { PageRequest, View } from '#http/route.ts';
import { counted } from '#ui/french.ts';
import { Alert, ButtonLink, Card, DateText, DefinitionList, PageHeading, Status } from '#ui/parts.tsx';
import type { DeskReferral, ReferentRow } from './desk-queries.ts';
import { countAlike, findDeskReferral, findReferent } from './desk-queries.ts';
import { NewsCard } from './news-card.tsx';
import { listNews } from './own-queries.ts';
import { StepsCard } from './steps-card.tsx';
import { HandedProof } from './proof-card.tsx';
import { shownName, stateWords, turnWords } from './words.ts';

export async function drawReferral(request: PageRequest): Promise<View | null> {
  const { ctx } = request;
  const referral = await findDeskReferral(ctx, request.params['id'] ?? '');
  if (referral === null) return null;
  await record(ctx, { action: 'referral.read', subjectType: 'person', subjectId: referral.personId });
  const referent = await findReferent(ctx, referral.referentId);
  const alike = await countAlike(ctx, referral.personId);
  const body = (
    <>
      <PageHeading
        title={shownName(referral)}
        breadcrumb={[{ href: '/orientations', label: 'Propositions' }]}
        status={<Status {...stateWords(referral)} />}
        actions={
          <ButtonLink href={`/personnes/${referral.personId}`} icon="user">
            Ouvrir la fiche
          </ButtonLink>
        }
      />
      {alike > 0 && (
        <Alert tone="attention" title={`${counted(alike, 'fiche ressemble', 'fiches ressemblent')} à celle-ci`}>
          <a href={`/doublons/${referral.personId}`}>Comparer côte à côte</a>
        </Alert>
      )}
      <HandedProof referral={referral} />
      <StepsCard request={request} referral={referral} turn={turnWords(referral, { prescriber: false })} />
      <Proposed referral={referral} />
      <Prescriber referral={referral} referent={referent} team={isAccompanying(ctx.actor)} />
      <NewsCard news={await listNews(ctx, referral)} sentOn={referral.createdAt} />
    </>
  );
  return { title: 'Une proposition', body };
}

function Proposed({ referral }: { referral: DeskReferral }) {
  const { birthDate, commune, phone, email, claims, wishCode, availableFrom } = referral;
  return (
    <Card title="Ce que dit le prescripteur">
      <DefinitionList
        items={[
          { term: 'Naissance', value: birthDate && <DateText date={birthDate} /> },
          { term: 'Commune', value: commune },
          { term: 'Téléphone', value: phone === '' ? '' : <a href={`tel:${phone}`}>{formatPhone(phone)}</a> },
          { term: 'Adresse électronique', value: email === '' ? '' : <a href={`mailto:${email}`}>{email}</a> },
          { term: 'Critères annoncés', value: claimLabels(claims).join(', ') },
          { term: 'Métier souhaité', value: wishCode === '' ? '' : romeLabel(wishCode) },
          { term: 'Disponible à partir du', value: availableFrom && <DateText date={availableFrom} /> },
        ]}
      />
    </Card>
  );
}

function Prescriber(props: { referral: DeskReferral; referent: ReferentRow | null; team: boolean }) {
  const { referral, referent, team } = props;
  const shown = shownPrescriber({ name: referral.prescriber, kind: referral.kind }, { team });
  return (
    <Card title="Prescripteur">
      <DefinitionList
        items={[
          { term: 'Organisation', value: shown.name },
          { term: 'Type', value: shown.kind },
          { term: 'Référent', value: team ? (referent?.name ?? '') : '' },
          {
            term: 'Le joindre',
            value:
              team && referent !== null
                ? [referent.email, referent.phone === '' ? '' : formatPhone(referent.phone)].filter(Boolean).join(', ')
                : '',
          },
          { term: 'Personne informée', value: `le ${formatShortDay(referral.informedOn)}` },
        ]}
      />
    </Card>
  );
}
