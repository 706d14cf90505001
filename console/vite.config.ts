import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { crewWorker } from './crew-worker.ts'

/** Under the desk's content security policy: no inline scripts, no data: fonts, no polyfill that injects itself. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), crewWorker()],
  build: { target: 'es2024', assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 1500 },
})
