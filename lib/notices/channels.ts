import type { Channel } from './channel'
import { inApp } from './channels/in-app'
import { mail } from './channels/mail'

/** Every channel, by the name its deliveries are stored under. */
export const CHANNELS = { in_app: inApp, mail } as const satisfies Record<string, Channel>

export type ChannelId = keyof typeof CHANNELS

const isChannel = (id: string): id is ChannelId => Object.hasOwn(CHANNELS, id)

export const CHANNEL_IDS = Object.keys(CHANNELS).filter(isChannel)

/** The channel of that name; a delivery may be older than the decision to give its channel up. */
export const channelNamed = (id: string): Channel | null => (isChannel(id) ? CHANNELS[id] : null)
