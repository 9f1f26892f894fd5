/** What the house owns for its whole life: the database, the look, and the doors to the outside world. */
import type { Actor } from '#domain/actor.ts';
import type { Database } from '#db/transaction.ts';
import type { Configuration } from '#services/configuration.ts';
import type { Log } from '#services/log.ts';
import type { OutsideWorld } from '#services/outside-world.ts';
import type { Assets } from '#ui/assets.ts';
import type { NavigationItem } from '#ui/layout.tsx';

export interface House extends OutsideWorld {
  database: Database;
  configuration: Configuration;
  /** The demonstration is loaded: public password, nothing leaves, a banner says so. */
  demo: boolean;
  version: string;
  log: Log;
  assets: Assets;
  navigation(actor: Actor): NavigationItem[];
}
