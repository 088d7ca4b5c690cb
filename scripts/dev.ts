// npm run dev [-- --port 3100] [--fresh]   the demo, with pages compiled as they change
import { runDemo } from './demo/run-demo.ts';

await runDemo('development');
