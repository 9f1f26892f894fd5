/** What each environment variable may hold, and the words that help the operator when it does not. */
import { isIP } from 'node:net';
import { z } from 'zod';

const address = z.email();

export const environmentShape = z.object({
  PORT: z.coerce.number<string>().int().min(0).max(65_535).default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]{1,255}$/)
    .default('127.0.0.1'),
  GUICHET_DATA: z
    .string()
    .regex(/^[^\0]+$/)
    .default('./data'),
  DATABASE_URL: urlOf(['postgres:', 'postgresql:']).optional(),
  GUICHET_DEMO: z.enum(['0', '1']).optional(),
  GUICHET_BASE_URL: urlOf(['http:', 'https:']).refine(isOrigin).optional(),
  GUICHET_SECRET: z.string().min(32).max(1000).optional(),
  GUICHET_FORMER_SECRETS: listOf(z.string().min(32).max(1000)),
  SMTP_URL: urlOf(['smtp:', 'smtps:']).optional(),
  MAIL_FROM: z.string().refine(isSender).optional(),
  PROCONNECT_ISSUER: urlOf(['https:']).optional(),
  PROCONNECT_CLIENT_ID: z.string().min(1).max(500).optional(),
  PROCONNECT_CLIENT_SECRET: z.string().min(1).max(500).optional(),
  PROCONNECT_ALGORITHM: z.enum(['RS256', 'ES256']).default('RS256'),
  TRUSTED_PROXY: listOf(z.string().refine(isAddressOrRange)),
});

export type Values = z.infer<typeof environmentShape>;

/** What is expected, written for the operator: the value itself is never repeated. */
export const expectations: Record<keyof Values, string> = {
  PORT: 'doit être un nombre de 0 à 65535, par exemple 3000',
  HOST: 'doit être une adresse ou un nom de machine, par exemple 127.0.0.1',
  GUICHET_DATA: 'doit être un dossier où l’application peut écrire, par exemple ./data',
  DATABASE_URL: 'doit être l’adresse d’une base PostgreSQL, par exemple postgres://guichet@localhost:5432/guichet',
  GUICHET_DEMO: 'doit valoir 0 (démarrer vide) ou 1 (charger la démonstration)',
  GUICHET_BASE_URL: 'doit être l’adresse publique sans chemin, par exemple https://guichet.exemple.fr',
  GUICHET_SECRET:
    'doit compter au moins 32 caractères tirés au hasard, par exemple le résultat de « openssl rand -base64 48 »',
  GUICHET_FORMER_SECRETS: 'doit lister, séparés par des virgules, d’anciens secrets d’au moins 32 caractères',
  SMTP_URL: 'doit être l’adresse du serveur de courrier, par exemple smtps://compte:motdepasse@smtp.exemple.fr',
  MAIL_FROM: 'doit être une adresse d’expéditeur, par exemple Guichet <guichet@exemple.fr>',
  PROCONNECT_ISSUER:
    'doit être l’adresse https du fournisseur ProConnect, et les trois variables PROCONNECT_ISSUER, PROCONNECT_CLIENT_ID et PROCONNECT_CLIENT_SECRET vont ensemble',
  PROCONNECT_CLIENT_ID:
    'doit être l’identifiant reçu de ProConnect, avec PROCONNECT_ISSUER et PROCONNECT_CLIENT_SECRET',
  PROCONNECT_CLIENT_SECRET: 'doit être le secret reçu de ProConnect, avec PROCONNECT_ISSUER et PROCONNECT_CLIENT_ID',
  PROCONNECT_ALGORITHM: 'doit valoir RS256 ou ES256, comme à l’inscription chez ProConnect',
  TRUSTED_PROXY:
    'doit lister des adresses IP ou des plages séparées par des virgules, par exemple 10.0.0.5,10.1.0.0/16',
};

function urlOf(protocols: readonly string[]) {
  return z
    .string()
    .refine(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol) && new URL(text).hostname !== '',
    );
}

function listOf(item: z.ZodType<string, string>) {
  return z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .pipe(z.array(item));
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
}

function isSender(text: string): boolean {
  const named = /^[^<>"\p{Cc}]{1,100} <([^<>]+)>$/u.exec(text);
  return address.safeParse(named?.[1] ?? text).success;
}

function isAddressOrRange(text: string): boolean {
  const [ip = '', length, ...rest] = text.split('/');
  const family = isIP(ip);
  if (family === 0 || rest.length > 0) return false;
  return length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= (family === 4 ? 32 : 128));
}
