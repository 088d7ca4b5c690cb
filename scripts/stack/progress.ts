/** What a step can say about how far it is. */
export type Say = (words: string) => void;

/** Shows one long step after the other. */
export type Progress = {
  step<T>(label: string, work: (say: Say) => Promise<T>): Promise<T>;
};

const LABEL_WIDTH = 20;
const REDRAW_MS = 200;
const PLAIN_LINE_EVERY_MS = 10_000;

/** On a terminal one line that is rewritten; elsewhere plain lines, with a sign of life now and then. */
export function showProgress(output: NodeJS.WriteStream): Progress {
  return {
    step: async (label, work) => {
      const startedAt = performance.now();
      let words = '';
      const line = (end: string) => {
        const seconds = Math.round((performance.now() - startedAt) / 1000);
        const text = `  ${label.padEnd(LABEL_WIDTH)} ${[end, words].filter(Boolean).join(', ')}`;
        return `${text.slice(0, Math.max(20, (output.columns || 100) - 8))}  ${seconds} s`;
      };
      const draw = output.isTTY
        ? () => output.write(`\r\x1b[K${line('…')}`)
        : () => output.write(`${line('…')}\n`);
      if (output.isTTY) draw();
      const ticker = setInterval(draw, output.isTTY ? REDRAW_MS : PLAIN_LINE_EVERY_MS);
      try {
        const result = await work((said) => {
          words = said;
        });
        words = '';
        output.write(`${output.isTTY ? '\r\x1b[K' : ''}${line('ready')}\n`);
        return result;
      } catch (error) {
        output.write(`${output.isTTY ? '\r\x1b[K' : ''}${line('failed')}\n`);
        throw error;
      } finally {
        clearInterval(ticker);
      }
    },
  };
}
