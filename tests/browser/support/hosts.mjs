// dist/ behind the servers that docs/hosting.md shows, with the very configuration that stands there.
import { spawn } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const BROTLI = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
const DOCS = readFileSync("docs/hosting.md", "utf8");

/** What each server is called, and how it is started with a copy of dist/, a folder of its own and a port. */
const SERVERS = { nginx, apache, caddy };

export const HOSTS = Object.keys(SERVERS);

/** Whether a server sends the files that brotli has packed. */
export const sendsBrotli = (host) => host !== "nginx" || existsSync(BROTLI);

/** Starts a server for an intranet that may show the page: where the page is, and how the server is stopped. */
export async function start(host, intranet) {
  const port = await freePort();
  const dir = mkdtempSync(join(tmpdir(), `ombud-${host}-`));
  const site = join(dir, "site");
  cpSync("dist", site, { recursive: true });
  // Servers that were started by the administrator read files as somebody else.
  chmodSync(dir, 0o755);
  const documented = (language) => shown(language).replace("https://intranet.example.se", intranet);
  const [command, ...args] = SERVERS[host]({ documented, dir, site, port });
  const server = spawn(command, args, { stdio: "ignore", env: { ...process.env, XDG_DATA_HOME: dir, XDG_CONFIG_HOME: dir } });
  const url = `http://localhost:${port}/trygghet/`;
  await answers(url);
  return {
    url,
    async stop() {
      const gone = new Promise((done) => server.once("exit", done));
      server.kill();
      await gone;
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** The block of the documentation in a language. */
export function shown(language) {
  return DOCS.match(new RegExp("```" + language + "\\n([^]*?)```"))[1];
}

function nginx({ documented, dir, site, port }) {
  const own = documented("nginx")
    .replace("listen 80;", `listen 127.0.0.1:${port};`)
    .replace("/srv/ombud/", `${site}/`)
    .replace("brotli_static on;", existsSync(BROTLI) ? "brotli_static on;" : "");
  const kept = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${dir}/${name};`);
  const configuration = `
${existsSync(BROTLI) ? `load_module ${BROTLI};` : ""}
${process.getuid() === 0 ? "user root;" : ""}
daemon off;
pid ${dir}/nginx.pid;
events {}
http {
access_log off;
${kept.join("\n")}
${own}
}`;
  writeFileSync(join(dir, "nginx.conf"), configuration);
  return ["nginx", "-p", dir, "-c", "nginx.conf", "-e", join(dir, "error.log")];
}

function apache({ documented, dir, site, port }) {
  writeFileSync(join(site, ".htaccess"), documented("apache"));
  const modules = ["mpm_event", "authz_core", "alias", "dir", "headers", "mime", "rewrite"];
  const configuration = `
${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join("\n")}
ServerName localhost
Listen 127.0.0.1:${port}
PidFile ${dir}/apache.pid
DefaultRuntimeDir ${dir}
ErrorLog ${dir}/error.log
${process.getuid() === 0 ? "User www-data\nGroup www-data" : ""}
TypesConfig /etc/mime.types
Alias /trygghet ${site}
<Directory ${site}>
  Require all granted
  AllowOverride All
  Options FollowSymLinks
</Directory>`;
  writeFileSync(join(dir, "apache.conf"), configuration);
  return ["apache2", "-d", dir, "-f", "apache.conf", "-DFOREGROUND"];
}

function caddy({ documented, dir, site, port }) {
  const own = documented("caddy")
    .replace("http://kommun.example.se", `http://localhost:${port}`)
    .replace("/srv/ombud", site);
  writeFileSync(join(dir, "Caddyfile"), `{\n\tadmin off\n\tauto_https off\n}\n${own}`);
  return ["caddy", "run", "--adapter", "caddyfile", "--config", join(dir, "Caddyfile")];
}

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

async function answers(url) {
  const until = Date.now() + 10_000;
  while (Date.now() < until) {
    const status = await fetch(url).then((reply) => reply.status, () => 0);
    if (status === 200) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`no page at ${url}`);
}
