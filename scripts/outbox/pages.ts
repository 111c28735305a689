import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import type { AddressObject } from 'mailparser';
import type { DeliveredMail, Mailbox } from './mailbox.ts';

/** The mailbox in a browser: a list, each mail, its attachments. For this machine only. */
export function createMailboxPages(mailbox: Mailbox): Hono {
  const app = new Hono();
  app.get('/', async (context) => {
    const mails = await mailbox.list();
    return context.html(
      page(
        '发件箱',
        mails.length === 0
          ? html`<p class="empty">还没有邮件。运行月计划或期末总结后，邮件会出现在这里。</p>`
          : html`<ul>${mails.map(line)}</ul>`,
      ),
    );
  });
  app.get('/mail/:key', async (context) => {
    const found = await mailbox.open(context.req.param('key'));
    if (!found) return context.notFound();
    return context.html(page(found.mail.subject ?? '（无主题）', mailView(found)));
  });
  app.get('/mail/:key/:index{\\d+}', async (context) => {
    const found = await mailbox.open(context.req.param('key'));
    const attachment = found?.mail.attachments[Number(context.req.param('index'))];
    if (!attachment) return context.notFound();
    return context.body(new Uint8Array(attachment.content), 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(attachment.filename ?? 'file')}`,
      'x-content-type-options': 'nosniff',
    });
  });
  return app;
}

function line({ key, mail }: DeliveredMail) {
  return html`<li>
    <a href="/mail/${key}">
      <strong>${mail.subject ?? '（无主题）'}</strong>
      <span>${addresses(mail.to)} · ${timeOf(mail.date)} · ${mail.attachments.length} 个附件</span>
    </a>
  </li>`;
}

function mailView({ key, mail }: DeliveredMail) {
  return html`
    <p><a href="/">← 返回发件箱</a></p>
    <dl>
      <dt>发件人</dt><dd>${addresses(mail.from)}</dd>
      <dt>收件人</dt><dd>${addresses(mail.to)}</dd>
      <dt>时间</dt><dd>${timeOf(mail.date)}</dd>
    </dl>
    <ul>${mail.attachments.map(
      (attachment, index) =>
        html`<li><a href="/mail/${key}/${index}"><strong>${attachment.filename ?? '附件'}</strong>
          <span>${Math.ceil(attachment.size / 1024)} KB</span></a></li>`,
    )}</ul>
    ${drawn(mail.html)}
    <pre>${mail.text ?? ''}</pre>`;
}

/** A mail as a mail program draws it: no script runs, and its links open beside the mailbox. */
function drawn(mail: string | false | undefined) {
  if (mail === false || mail === undefined) return '';
  const opened = `<base target="_blank">${mail}`;
  return html`<iframe title="邮件" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="${opened}"></iframe>`;
}

function addresses(address: AddressObject | AddressObject[] | undefined): string {
  return [address ?? []]
    .flat()
    .map(({ text }) => text)
    .join('，');
}

function timeOf(date: Date | undefined): string {
  return date ? date.toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' }) : '';
}

function page(title: string, body: ReturnType<typeof html>) {
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>${raw(style)}</style>
      </head>
      <body><main><h1>${title}</h1>${body}</main></body>
    </html>`;
}

const style = `
  body { margin: 0; font: 16px/1.6 system-ui, "Noto Sans SC", sans-serif; background: #f4f6f6; color: #1d2b2c; }
  main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem; }
  h1 { font-size: 1.4rem; }
  ul { list-style: none; margin: 0 0 1rem; padding: 0; }
  li a { display: block; padding: .8rem 1rem; margin-bottom: .5rem; background: #fff; border: 1px solid #d8e0e0; border-radius: .5rem; color: inherit; text-decoration: none; }
  li span { display: block; color: #5a6b6c; font-size: .9rem; }
  dl { display: grid; grid-template-columns: 5rem 1fr; gap: .2rem 1rem; }
  dt { color: #5a6b6c; } dd { margin: 0; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; background: #fff; border: 1px solid #d8e0e0; border-radius: .5rem; padding: 1rem; }
  iframe { display: block; width: 100%; height: 50rem; margin: 0 0 1rem; background: #fff; border: 1px solid #d8e0e0; border-radius: .5rem; }
  .empty { color: #5a6b6c; }
`;
