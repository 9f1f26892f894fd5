/** What may be sent about a letter: which one. */
import { z } from 'zod';
import { id } from '#http/shapes.ts';

export const mailIdInput = z.object({ id });
