/** The technical state of the instance, for those who run it. */
import { organisationKinds } from '#domain/position.ts';
import { noMailLeaves } from '#http/mail-link.ts';
import type { PageRequest, View } from '#http/route.ts';
import { readDiskSpace } from '#services/disk-space.ts';
import { frenchNumber } from '#ui/french.ts';
import { Alert, ButtonLink, Card, DateText, DefinitionList, KeyFigure, KeyFigures, PageHeading } from '#ui/parts.tsx';
import { QueuesTable } from './queues-table.tsx';
import { countMails, countOrganisations, readChains, readDatabase, readQueues } from './queries.ts';
import type { ChainsState } from './queries.ts';

/** Below this share of the disk, imports and backups are at risk. */
const leastFree = 0.2;

export async function drawInstance({ ctx, url }: PageRequest): Promise<View> {
  const database = await readDatabase(ctx);
  const mails = await countMails(ctx);
  const queues = await readQueues(ctx);
  const chains = await readChains(ctx);
  const organisations = await countOrganisations(ctx);
  const disk = await readDiskSpace(ctx.house.configuration.dataFolder);
  const total = organisations.reduce((sum, { count }) => sum + count, 0);
  const body = (
    <>
      <PageHeading
        title="Instance"
        lead="L’état technique, sans aucune donnée de personne."
        actions={
          <>
            <ButtonLink href="/instance/organisations">Organisations</ButtonLink>
            <ButtonLink href="/instance/quartiers" icon="map-pin">
              Quartiers prioritaires
            </ButtonLink>
            <ButtonLink href="/instance/journal" icon="history">
              Journal
            </ButtonLink>
          </>
        }
      />
      {chains.broken > 0 && (
        <Alert tone="problem" title="Un journal a été altéré">
          {frenchNumber(chains.broken)} sur {frenchNumber(chains.chains)}. Comparez avec la dernière sauvegarde.
        </Alert>
      )}
      {mails.late > 0 && (
        <Alert tone="attention">
          Des courriels attendent depuis plus d’un quart d’heure{'\u00A0'}: vérifiez que les travaux tournent.
        </Alert>
      )}
      {disk !== undefined && disk.freeBytes < leastFree * disk.totalBytes && (
        <Alert tone="attention">Le disque est presque plein{'\u00A0'}: libérez de la place ou agrandissez-le.</Alert>
      )}
      {noMailLeaves(ctx.house) && (
        <Alert tone="problem" title="Aucun courriel ne part">
          Indiquez le serveur d’envoi dans SMTP_URL et relancez{'\u00A0'}: sans lui, personne ne reçoit ses courriels,
          et chaque lien d’invitation est à transmettre par qui invite.
        </Alert>
      )}
      <KeyFigures>
        <KeyFigure label="Organisations" value={frenchNumber(total)} href="/instance/organisations" />
        <KeyFigure label="Courriels en attente" value={frenchNumber(mails.waiting)} />
        <KeyFigure label="Courriels en échec" value={frenchNumber(mails.failed)} />
        <KeyFigure label="Taille de la base" value={size(database.bytes)} />
      </KeyFigures>
      <DefinitionList
        items={[
          { term: 'Version de Guichet', value: ctx.house.version },
          { term: 'Base de données', value: `PostgreSQL ${database.engine}` },
          { term: 'Dernière mise à jour de la base', value: database.migration },
          {
            term: 'Place libre',
            value: disk === undefined ? '' : `${size(disk.freeBytes)} sur ${size(disk.totalBytes)}`,
          },
          { term: 'Journaux vérifiés', value: verified(chains) },
        ]}
      />
      <QueuesTable queues={queues} url={url} />
      <Card title="Organisations en service">
        <DefinitionList
          items={organisations.map(({ kind, count }) => ({
            term: organisationKinds[kind],
            value: frenchNumber(count),
          }))}
        />
      </Card>
    </>
  );
  return { title: 'Instance', body };
}

function verified({ checkedAt, chains }: ChainsState) {
  if (checkedAt === null) return 'Pas encore\u00A0: la vérification a lieu chaque nuit.';
  return (
    <>
      {frenchNumber(chains)}, le <DateText date={checkedAt} style="instant" />
    </>
  );
}

function size(bytes: number): string {
  const units = ['o', 'Ko', 'Mo', 'Go', 'To'];
  const rank = bytes < 1024 ? 0 : Math.min(units.length - 1, Math.floor(Math.log(bytes) / Math.log(1024)));
  return `${frenchNumber(bytes / 1024 ** rank, 1)}\u00A0${units[rank] ?? 'o'}`;
}
