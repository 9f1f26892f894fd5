/** Chooses, once at start, which doors to the outside world are real. */
import { systemClock, type Clock } from './clock.ts';
import { createCompanyRegister, type CompanyRegister } from './company-register.ts';
import type { Configuration } from './configuration.ts';
import { createFictitiousCompanyRegister, type KnownCompany } from './fictitious-company-register.ts';
import { createFictitiousGeocoder } from './fictitious-geocoder.ts';
import { createGeocoder, type Geocoder } from './geocoder.ts';
import { createKeptMailer, createSmtpMailer, type Mailer } from './mail.ts';
import { createProConnect, type ProConnect } from './professional-sign-in.ts';
import { createSealer, type Sealer } from './sealing.ts';
import { createKeptSms, type SmsSender } from './sms.ts';

export type OutsideWorld = {
  clock: Clock;
  sealer: Sealer;
  mailer: Mailer;
  sms: SmsSender;
  register: CompanyRegister;
  geocoder: Geocoder;
  proConnect: ProConnect | null;
};

/** Path where ProConnect sends people back: it must be declared there letter for letter. */
export const signInCallbackPath = '/connexion/proconnect/retour';
export const signOutCallbackPath = '/deconnexion/retour';

/** `demo` is what the database says of itself: a demonstration never writes to or asks anyone outside. */
export function openOutsideWorld(options: {
  configuration: Configuration;
  demo: boolean;
  /** Companies of the demonstration. */
  known?: readonly KnownCompany[];
  clock?: Clock;
}): OutsideWorld {
  const { configuration, demo, known = [] } = options;
  const clock = options.clock ?? systemClock;
  return {
    clock,
    sealer: createSealer({
      secret: configuration.secret.reveal(),
      formerSecrets: configuration.formerSecrets.map((former) => former.reveal()),
    }),
    mailer:
      configuration.smtpUrl && !demo
        ? createSmtpMailer({ url: configuration.smtpUrl.reveal(), from: configuration.mailFrom })
        : createKeptMailer(),
    sms: createKeptSms(),
    register: demo ? createFictitiousCompanyRegister({ clock, known }) : createCompanyRegister({ clock }),
    geocoder: demo ? createFictitiousGeocoder({ clock }) : createGeocoder({ clock }),
    proConnect:
      configuration.proConnect && !demo ? openProConnect(configuration.baseUrl, configuration.proConnect) : null,
  };
}

function openProConnect(baseUrl: string, settings: NonNullable<Configuration['proConnect']>): ProConnect {
  return createProConnect({
    issuer: settings.issuer,
    clientId: settings.clientId,
    clientSecret: settings.clientSecret.reveal(),
    signingAlgorithm: settings.signingAlgorithm,
    redirectUri: `${baseUrl}${signInCallbackPath}`,
    signedOutUri: `${baseUrl}${signOutCallbackPath}`,
  });
}
