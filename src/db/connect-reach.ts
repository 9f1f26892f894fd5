/** Reaches the server of DATABASE_URL, or says in one sentence what prevents it. */
import type { ClientConfig } from 'pg';
import { Client } from 'pg';
import { errorCode, errorMessage, OperatorError } from './connect-operator-error.ts';
import { serverVersion } from './embedded-cluster.ts';

export const oldestServer = 15;

export async function reachServer(settings: ClientConfig): Promise<Client> {
  const client = describeClient(settings);
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw new OperatorError(sentence(error, client), { cause: error });
  }
}

export async function refuseOldServer(client: Client): Promise<number> {
  const version = await serverVersion(client);
  if (version >= oldestServer) return version;
  throw new OperatorError(
    `Le serveur ${place(client)} est un PostgreSQL ${version}\u00A0; il faut PostgreSQL ${oldestServer} ou plus\u00A0: ` +
      'mettez-le à jour, ou retirez DATABASE_URL pour utiliser la base intégrée.',
  );
}

function describeClient(settings: ClientConfig): Client {
  try {
    if (settings.connectionString !== undefined) void new URL(settings.connectionString);
    return new Client(settings);
  } catch (error) {
    throw new OperatorError(
      'DATABASE_URL n’est pas une adresse de base de données\u00A0: ' +
        'écrivez par exemple DATABASE_URL=postgres://guichet:motdepasse@localhost:5432/guichet.',
      { cause: error },
    );
  }
}

function sentence(error: unknown, client: Client): string {
  const at = place(client);
  switch (errorCode(error)) {
    case '28000':
    case '28P01':
      return `Le serveur ${at} refuse le compte ${client.user ?? ''}\u00A0: vérifiez le nom et le mot de passe dans DATABASE_URL.`;
    case '3D000':
      return (
        `La base ${client.database ?? ''} n’existe pas sur le serveur ${at}\u00A0: ` +
        `créez-la, par exemple «\u00A0createdb ${client.database ?? 'guichet'}\u00A0».`
      );
    case '53300':
      return `Le serveur ${at} n’accepte plus de connexion\u00A0: augmentez max_connections ou arrêtez un autre programme.`;
    case '57P03':
      return `Le serveur ${at} démarre ou s’arrête\u00A0: réessayez dans une minute.`;
    default:
      return (
        `Le serveur PostgreSQL ${at} ne répond pas (${errorCode(error) ?? errorMessage(error)})\u00A0: ` +
        'vérifiez qu’il est démarré et que DATABASE_URL donne la bonne adresse.'
      );
  }
}

/** Host and port only: an address also carries a password. */
function place(client: Client): string {
  return client.host.startsWith('/') ? client.host : `${client.host}:${client.port}`;
}
