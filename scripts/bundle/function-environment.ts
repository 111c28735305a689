import { randomBytes } from 'node:crypto';
import { freePort } from '../local/ports.ts';

/** The environment of a function on this machine, as `npm start` sets it, where nobody answers for Google. */
export async function functionEnvironment() {
  const nobody = await freePort();
  return {
    GOOGLE_API_ROOT: `http://127.0.0.1:${nobody}`,
    HOUQIN_URL: `http://127.0.0.1:${nobody}`,
    HOUQIN_BUCKET: 'houqin-school',
    HOUQIN_PROJECT: 'houqin',
    HOUQIN_QUEUE: 'projects/houqin/locations/local/queues/check',
    HOUQIN_LINK_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    HOUQIN_HOOK_SECRET: randomBytes(32).toString('hex'),
    HOUQIN_SMTP_URL: `smtp://127.0.0.1:${nobody}`,
    HOUQIN_MAIL_FROM: '后勤处 <houqin@example.edu.cn>',
  };
}
