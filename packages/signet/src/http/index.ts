export { createApp } from './app.tsx';
export { type RunningServer, startServer } from './server.ts';
