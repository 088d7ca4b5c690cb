import { z } from 'zod';

/** A peer that listens. `port` is the one a person or a client visits first. */
export interface RunningPeer {
  port: number;
  close(): Promise<void>;
}

/** A TCP port from the environment; 0 lets the system choose. */
export const portSetting = z.coerce
  .number('a port number')
  .int('a port number')
  .min(0, 'a port number from 0 to 65535')
  .max(65535, 'a port number from 0 to 65535');

/** A setting whose text is JSON of the given shape. */
export function jsonSetting<Shape extends z.ZodType>(shape: Shape) {
  return z
    .string('JSON text')
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: 'is not valid JSON' });
        return z.NEVER;
      }
    })
    .pipe(shape);
}

/**
 * Starts a peer from the environment, prints `ready <name> <port>` when it listens and closes it on SIGTERM
 * and SIGINT. A wrong setting or a taken port is said in one line each, with exit code 1.
 */
export async function runPeer<Settings>(
  name: string,
  settings: z.ZodType<Settings>,
  start: (settings: Settings) => Promise<RunningPeer>,
): Promise<void> {
  const parsed = settings.safeParse(process.env);
  if (!parsed.success) {
    for (const issue of parsed.error.issues)
      console.error(`${name}: ${issue.path.join('.')}: ${issue.message}`);
    process.exitCode = 1;
    return;
  }
  try {
    const peer = await start(parsed.data);
    closeOnSignal(peer);
    console.log(`ready ${name} ${peer.port}`);
  } catch (error) {
    console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    // What was opened before the failure (a first port, say) would keep the process alive.
    process.exit(1);
  }
}

function closeOnSignal(peer: RunningPeer): void {
  let closing = false;
  const close = () => {
    if (closing) return;
    closing = true;
    peer.close().catch((error: unknown) => {
      console.error(error);
      process.exitCode = 1;
    });
  };
  process.on('SIGTERM', close);
  process.on('SIGINT', close);
}
