// A certified provider (npm oidc-provider) for the tests of signing in, on loopback. It is told by one line of JSON on stdin who its clients and
// people are, says by one line where it answers, and ends with stdin. What it gives out is the provider's own, unless a test has asked for
// something wrong by POST /test/tamper.
import { createHmac } from 'node:crypto';
import { createInterface } from 'node:readline';
import { SignJWT, UnsecuredJWT, decodeJwt, exportSPKI, generateKeyPair, exportJWK, importJWK } from 'jose';
import { Provider } from 'oidc-provider';

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const asked = JSON.parse((await lines.next()).value);
const issuer = `http://127.0.0.1:${asked.port}`;

const key = async (kid) => {
  const pair = await generateKeyPair('RS256', { extractable: true });
  return { kid, private: { ...(await exportJWK(pair.privateKey)), kid, alg: 'RS256', use: 'sig' }, public: { ...(await exportJWK(pair.publicKey)), kid, alg: 'RS256', use: 'sig' }, pem: await exportSPKI(pair.publicKey) };
};
const first = await key('first');
const later = await key('later');
const stranger = await key('stranger');
const given = [];
let tamper = null;
let keysAsked = 0;
let showLater = false;

const provider = new Provider(issuer, {
  clients: asked.clients,
  jwks: { keys: [first.private] },
  clientAuthMethods: ['private_key_jwt'],
  enabledJWA: { idTokenSigningAlgValues: ['RS256'] },
  acrValues: ['idporten-loa-high', 'idporten-loa-substantial'],
  conformIdTokenClaims: false,
  claims: { openid: ['sub', 'pid', 'amr'], email: ['email', 'email_verified'], profile: ['name'] },
  scopes: ['openid', 'profile', 'email'],
  pkce: { required: () => true },
  responseTypes: ['code'],
  cookies: { keys: ['only-for-tests'] },
  features: {
    devInteractions: { enabled: false },
    backchannelLogout: { enabled: true },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (ctx, form) => {
        ctx.body = `<!doctype html><title>out</title>${form.replace('</form>', '<button name="logout" value="yes">Ja</button></form>')}`;
      },
    },
  },
  interactions: { url: (ctx, interaction) => `/test/login/${interaction.uid}` },
  findAccount: (ctx, id) => ({
    accountId: id,
    claims: () => ({ sub: id, ...asked.accounts[id] }),
  }),
  // Everybody has said yes to the clients of the tests.
  loadExistingGrant: async (ctx) => {
    const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
    grant.addOIDCScope('openid profile email');
    await grant.save();
    return grant;
  },
  renderError: (ctx, out, error) => {
    ctx.type = 'text/plain';
    ctx.body = `${out.error}: ${out.error_description ?? ''} ${error?.error_detail ?? ''}`;
  },
  // The provider's own way out never speaks to this machine itself; here everybody is on it.
  fetch: (url, { method, headers, body: sent, signal, redirect }) => fetch(url, { method, headers, body: sent, signal, redirect }),
});

provider.on('backchannel.error', (ctx, error) => console.error('backchannel', error.message, error.cause));

const body = async (request) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
};

// A token as a test wants it: {mode, header, claims, remove, token}.
const alter = async (token, how) => {
  if (how.token) return how.token;
  const claims = { ...decodeJwt(token), ...how.claims };
  for (const name of how.remove ?? []) delete claims[name];
  const header = { alg: 'RS256', kid: first.kid, ...how.header };
  for (const name of how.removeHeader ?? []) delete header[name];
  if (how.mode === 'none') return new UnsecuredJWT(claims).encode();
  if (how.mode === 'hs256') {
    const part = (o) => Buffer.from(JSON.stringify(o)).toString('base64url');
    const text = `${part({ ...header, alg: 'HS256' })}.${part(claims)}`;
    return `${text}.${createHmac('sha256', first.pem).update(text).digest('base64url')}`;
  }
  const by = { stranger, later }[how.mode] ?? first;
  const signed = await new SignJWT(claims).setProtectedHeader(header).sign(await importJWK(by.private, 'RS256'));
  return how.mode === 'flip' ? signed.slice(0, -6) + (signed.endsWith('AAAAAA') ? 'BBBBBB' : 'AAAAAA') : signed;
};

provider.use(async (ctx, next) => {
  if (ctx.path.startsWith('/test/')) return mine(ctx);
  if (tamper?.away && ['/token', '/jwks', '/.well-known/openid-configuration'].includes(ctx.path)) {
    ctx.status = 503;
    ctx.body = 'away';
    return;
  }
  await next();
  if (ctx.path === '/jwks') {
    keysAsked++;
    if (showLater) ctx.body = { keys: [...ctx.body.keys, later.public] };
  }
  if (ctx.path === '/token' && ctx.body?.id_token) {
    given.push(ctx.body.id_token);
    if (tamper) ctx.body = { ...ctx.body, id_token: await alter(ctx.body.id_token, tamper) };
  }
});

const mine = async (ctx) => {
  const [, , what, id] = ctx.path.split('/');
  if (what === 'login') {
    const details = await provider.interactionDetails(ctx.req, ctx.res);
    if (ctx.method === 'GET') {
      ctx.type = 'html';
      ctx.body = `<!doctype html><html lang="nb"><title>Velg</title><main><h1>Hvem er du?</h1><form method="post" action="/test/login/${id}">${Object.entries(asked.accounts)
        .map(([account, a]) => `<p><button name="who" value="${account}">${a.name ?? account}</button></p>`)
        .join('')}<p><button name="who" value="">Avbryt</button></p></form></main></html>`;
      return;
    }
    const form = new URLSearchParams(await body(ctx.req));
    const who = form.get('who');
    const result = who
      ? { login: { accountId: who, acr: asked.accounts[who].acr ?? details.params.acr_values?.split(' ')[0], amr: asked.accounts[who].amr } }
      : { error: 'access_denied', error_description: 'broken off' };
    ctx.redirect(await provider.interactionResult(ctx.req, ctx.res, result, { mergeWithLastSubmission: false }));
    return;
  }
  const sent = ctx.method === 'POST' ? JSON.parse((await body(ctx.req)) || '{}') : {};
  ctx.type = 'json';
  if (what === 'tamper') {
    tamper = sent.off ? null : sent;
    showLater = sent.showLater ?? showLater;
    ctx.body = '{}';
  } else if (what === 'given') ctx.body = JSON.stringify({ given, keysAsked });
  else if (what === 'make') ctx.body = JSON.stringify({ token: await alter(given.at(-1) ?? (await new SignJWT({}).setProtectedHeader({ alg: 'RS256', kid: 'first' }).sign(await importJWK(first.private))), sent) });
  else ctx.status = 404;
};

const server = provider.listen(asked.port, '127.0.0.1', () => console.log(`listening ${issuer}`));
await lines.next();
server.closeAllConnections();
server.close();
process.exit(0);
