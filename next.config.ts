import type { NextConfig } from 'next'

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // The page cache and the proxy in front compress once; Next would compress every answer anew.
  compress: false,
  // `npm run check` owns the types; a build repeats no check.
  typescript: { ignoreBuildErrors: true },
  // Native or dynamic-loading packages that a bundler would break.
  serverExternalPackages: [
    'postgres',
    'sharp',
    'pino',
    'prom-client',
    'graphile-worker',
    '@hyzyla/pdfium',
    'heic-decode',
    'fontkit',
  ],
  devIndicators: false,
}

export default config
