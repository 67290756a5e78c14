import type { ManifestOptions } from 'vite-plugin-pwa'

export const manifest = {
  id: '/',
  name: 'Beredt',
  short_name: 'Beredt',
  description: 'Lister, tiltakskort og skjema for hjemmetjenesten, også uten nett og strøm.',
  lang: 'nb',
  dir: 'ltr',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  background_color: '#ffffff',
  theme_color: '#0e5563',
  categories: ['medical', 'productivity'],
  icons: [
    { src: '/icons/beredt-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
    { src: '/icons/beredt-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
    {
      src: '/icons/beredt-maskable-512.png',
      sizes: '512x512',
      type: 'image/png',
      purpose: 'maskable',
    },
    { src: '/icons/beredt.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
  ],
} as const satisfies Partial<ManifestOptions>
