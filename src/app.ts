/** Joins the doors: every feature's routes, one guard. */
import type { House } from '#http/house.ts';
import type { App } from '#http/mount.ts';
import { mount } from '#http/mount.ts';
import { routes } from './routes.ts';

export function createApp(house: House): App {
  return mount(house, routes);
}
