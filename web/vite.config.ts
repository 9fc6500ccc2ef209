import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('.'),
  plugins: [react()],
  resolve: { alias: { '@nhsuk-assets': here('../node_modules/nhsuk-frontend/dist/nhsuk/assets') } },
  css: { preprocessorOptions: { scss: { style: 'compressed', loadPaths: [here('../node_modules')] } } },
  // Vite's own minifier stops on a media query in nhsuk-frontend; Sass has compressed the style already.
  build: { outDir: here('../dist/web'), emptyOutDir: true, cssMinify: false, assetsInlineLimit: 0, target: 'es2022' },
  server: { proxy: { '/api': 'http://127.0.0.1:4310' } },
})
