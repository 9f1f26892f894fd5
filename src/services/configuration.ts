/** Reads the environment once at start: typed values, or one French sentence naming the variable to correct. */
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { environmentShape, expectations, type Values } from './environment.ts';
import { readOrCreateSecretFile } from './secret-file.ts';

/** Hidden from logs, JSON and inspection: only `reveal()` gives the text. */
export type Secret = { reveal(): string };

export type Configuration = {
  port: number;
  host: string;
  dataFolder: string;
  /** Absent: the embedded PostgreSQL of the data folder. */
  databaseUrl?: Secret;
  /** `when-new`: load the demonstration if the database is created now, else leave it as it is. */
  demo: 'always' | 'never' | 'when-new';
  /** Origin of every link we write, without a final slash. */
  baseUrl: string;
  secret: Secret;
  /** Only open what they sealed before a rotation. */
  formerSecrets: readonly Secret[];
  /** Absent: nothing leaves, letters are kept in the application. */
  smtpUrl?: Secret;
  mailFrom: string;
  proConnect?: {
    issuer: string;
    clientId: string;
    clientSecret: Secret;
    signingAlgorithm: 'RS256' | 'ES256';
  };
  /** Addresses whose X-Forwarded-* headers are believed. */
  trustedProxies: readonly string[];
};

export type ConfigurationRead =
  | { ok: true; configuration: Configuration }
  | { ok: false; because: 'configuration-invalid'; variable: string; sentence: string; exitCode: 1 };

type Environment = Readonly<Record<string, string | undefined>>;

export function readConfiguration(environment: Environment): ConfigurationRead {
  const names = Object.keys(environmentShape.shape);
  // An empty variable is how a compose file says "not set".
  const given = names.flatMap((name) => {
    const value = environment[name]?.trim();
    return value ? [[name, value] as const] : [];
  });
  const parsed = environmentShape.safeParse(Object.fromEntries(given));
  if (!parsed.success) return refuse(parsed.error.issues[0]?.path[0]);
  const values = parsed.data;
  const missing = missingProConnect(values);
  if (missing) return refuse(missing);
  const dataFolder = resolve(values.GUICHET_DATA);
  const secret = values.GUICHET_SECRET ?? readOrCreateSecretFile(dataFolder);
  if (secret === undefined) return refuse('GUICHET_DATA');
  return { ok: true, configuration: compose({ values, dataFolder, secret }) };
}

function compose(read: { values: Values; dataFolder: string; secret: string }): Configuration {
  const { values, dataFolder } = read;
  const baseUrl = values.GUICHET_BASE_URL?.replace(/\/$/, '') ?? localAddress(values);
  const proConnect = proConnectOf(values);
  return {
    port: values.PORT,
    host: values.HOST,
    dataFolder,
    ...(values.DATABASE_URL ? { databaseUrl: hide(values.DATABASE_URL) } : {}),
    demo: demoOf(values),
    baseUrl,
    secret: hide(read.secret),
    formerSecrets: values.GUICHET_FORMER_SECRETS.map(hide),
    ...(values.SMTP_URL ? { smtpUrl: hide(values.SMTP_URL) } : {}),
    mailFrom: values.MAIL_FROM ?? `Guichet <ne-pas-repondre@${new URL(baseUrl).hostname.replaceAll(/[[\]]/g, '')}>`,
    ...(proConnect ? { proConnect } : {}),
    trustedProxies: values.TRUSTED_PROXY,
  };
}

function demoOf(values: Values): Configuration['demo'] {
  if (values.GUICHET_DEMO === '1') return 'always';
  return values.GUICHET_DEMO === '0' || values.DATABASE_URL ? 'never' : 'when-new';
}

function proConnectOf(values: Values): Configuration['proConnect'] {
  const { PROCONNECT_ISSUER: issuer, PROCONNECT_CLIENT_ID: clientId, PROCONNECT_CLIENT_SECRET: clientSecret } = values;
  if (!issuer || !clientId || !clientSecret) return undefined;
  return {
    issuer,
    clientId,
    clientSecret: hide(clientSecret),
    signingAlgorithm: values.PROCONNECT_ALGORITHM,
  };
}

function missingProConnect(values: Values): keyof Values | undefined {
  const together = ['PROCONNECT_ISSUER', 'PROCONNECT_CLIENT_ID', 'PROCONNECT_CLIENT_SECRET'] as const;
  const missing = together.filter((name) => values[name] === undefined);
  return missing.length < together.length ? missing[0] : undefined;
}

function localAddress(values: Values): string {
  const everywhere = values.HOST === '0.0.0.0' || values.HOST === '::';
  const host = isIP(values.HOST) === 6 ? `[${values.HOST}]` : values.HOST;
  return `http://${everywhere ? 'localhost' : host}:${values.PORT}`;
}

function refuse(variable: PropertyKey | undefined): ConfigurationRead {
  const name = String(variable);
  const expected = Object.entries(expectations).find(([known]) => known === name)?.[1] ?? 'est incorrecte';
  return {
    ok: false,
    because: 'configuration-invalid',
    variable: name,
    sentence: `La variable ${name} ${expected}.`,
    exitCode: 1,
  };
}

function hide(text: string): Secret {
  return Object.freeze({ reveal: () => text });
}
