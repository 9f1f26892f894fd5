/** What the terminal shows once the service answers: the address, and how to come in. */
import { demoAccounts, demoPartnerKey } from '#features/demonstration/accounts.ts';
import { mintSetUpLink } from '#features/sign-in/set-up-link.ts';
import type { House } from '#http/house.ts';

export async function welcome({ house, port }: { house: House; port: number }): Promise<void> {
  const { baseUrl } = house.configuration;
  const address = baseUrl.endsWith(':0') ? baseUrl.replace(/:0$/, `:${port}`) : baseUrl;
  console.log(`\nGuichet est ouvert\u00A0: ${address}\n`);
  if (house.demo) return sayDemonstration();
  const link = await mintSetUpLink(house.database, { now: house.clock.now(), baseUrl: address });
  if (link !== null) {
    console.log(`Première mise en route, lien à usage unique\u00A0:\n  ${link}\n`);
  }
}

function sayDemonstration(): void {
  console.log('Démonstration, données fictives. Mot de passe de tous les comptes\u00A0: demonstration\n');
  for (const { email, label } of demoAccounts) console.log(`  ${email.padEnd(44)}${label}`);
  console.log(`\n  Clé de l’API\u00A0: ${demoPartnerKey.prefix}_${demoPartnerKey.secret}\n`);
}
