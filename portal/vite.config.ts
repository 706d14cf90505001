import { defineConfig } from 'vite'

/** The citizens' scripted pages; everything else there works without scripts. No inline scripts, for the content security policy. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false }, outDir: process.env.PORTAL_DIST ?? 'dist', emptyOutDir: true,
    rollupOptions: { input: `${import.meta.dirname}/telefon.html` },
  },
})
