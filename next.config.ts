import type { NextConfig } from 'next'

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Public pages are kept compressed; the rest is compressed here unless a proxy of ours in front does it.
  compress: process.env['BEHIND_PROXY'] !== '1',
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
  // Titles belong in the head for everybody: streamed ones need a script to get there.
  htmlLimitedBots: /.*/,
  devIndicators: false,
  // A file sent without script comes in one request of up to 50 MB; the default would cut it off at ten.
  experimental: { proxyClientMaxBodySize: '52mb' },
}

export default config
