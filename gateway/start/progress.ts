import type { Logger } from '../../shared/logger';
import type { Settings } from '../settings';

export interface Progress {
  step(name: string): void;
  ready(port: number): void;
  stopping(reason: string): void;
}

/** Lines for a person in a demo; structured ones for the log of a server. */
export function createProgress(settings: Settings, logger: Logger): Progress {
  const { demo } = settings;
  let steps = 0;
  return {
    step(name) {
      steps += 1;
      if (demo) console.log(`  ${String(steps).padStart(2)}  ${name}`);
      else logger.info({ step: name }, 'starting');
    },
    ready(port) {
      if (demo) console.log(welcome(settings.host, port));
      else logger.info({ host: settings.host, port }, 'ready');
    },
    stopping(reason) {
      if (demo) console.log(`\n${reason}: finishing what is under way and closing the database …`);
      else logger.info({ reason }, 'stopping');
    },
  };
}

function welcome(host: string, port: number): string {
  const authority = `${host === '127.0.0.1' || host === 'localhost' ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`;
  return `
Tahaluf is ready at http://${authority}/graphql

  Explorer        http://${authority}/
  Demo sign-in    npm run -s token -- mima CASEWORKER     (organisation, role)
  Ask             curl -s http://${authority}/graphql -H 'content-type: application/json' \\
                    -d '{"query":"{ organizations(first: 3) { nodes { name { value } } } }"}'
  Stop            Ctrl-C
`;
}
