/** The demonstration, served for real to a real browser, with the pages every journey walks through. */
import type { Page } from 'playwright-core';
import { Client } from 'pg';
import { loadDemonstration } from '#features/demonstration/load.ts';
import { demoPassword } from '#features/demonstration/accounts.ts';
import { createApp } from '../../src/app.ts';
import { freshDatabase } from '../database.ts';
import type { FreshDatabase } from '../database.ts';
import { serveDesk } from './serve-desk.ts';

export interface OpenDesk {
  base: string;
  fresh: FreshDatabase;
  close(): Promise<void>;
}

let demonstration: Promise<string> | undefined;

export async function openDesk(): Promise<OpenDesk> {
  demonstration ??= aDemonstration();
  const fresh = await freshDatabase(await demonstration);
  const { base, stop } = await serveDesk(fresh, createApp);
  return {
    base,
    fresh,
    async close() {
      await stop();
      await fresh.drop();
    },
  };
}

/** Signs in as people do: address, password, button. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/connexion');
  await page.getByLabel('Adresse électronique').fill(email);
  await page.getByLabel('Mot de passe', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/connexion'));
}

/** Filled once, then copied for each journey. */
async function aDemonstration(): Promise<string> {
  const filled = await freshDatabase();
  const client = new Client(filled.settings);
  await client.connect();
  await client.query('begin');
  await loadDemonstration(client, { now: new Date() });
  await client.query('insert into instance (demo, opened_at) values (true, now())');
  await client.query('commit');
  await client.end();
  await filled.leave();
  return filled.name;
}
