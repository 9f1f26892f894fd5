/** A process that delivers the letters of a test database until it is killed: `mail-worker.ts SOCKET-FOLDER DATABASE SMTP-URL`. */
import { requestPool } from '#db/connect.ts';
import { mailJobs } from '#features/mails/jobs.ts';
import { runJob } from '#http/job.ts';
import { createWalkingClock } from '#services/clock.ts';
import { createSmtpMailer } from '#services/mail.ts';
import { openHouse, overPool } from '../src/open-house.ts';
import { testConfiguration, testStart } from './house.ts';

const [host = '', database = '', url = ''] = process.argv.slice(2);
const pool = requestPool({ host, port: 5432, database, user: 'guichet_login' });
const house = await openHouse({
  configuration: testConfiguration(),
  database: overPool(pool),
  demo: false,
  clock: createWalkingClock(testStart),
});
const mailer = createSmtpMailer({ url, from: 'Guichet <guichet@exemple.test>' });
for (const job of mailJobs) await runJob({ ...house, mailer }, job);
mailer.close();
await pool.end();
