// npm run demo [-- --port 3100] [--fresh]   everything, on this machine, with built pages
import { runDemo } from './demo/run-demo.ts';

await runDemo('production');
