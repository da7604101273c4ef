/** What the other rooms see of preferences. */
export {
  CHANNELS,
  channelOf,
  isInterested,
  type NewPreferences,
  type Preferences,
  type PreferredChannel,
  readPatterns,
  readPreferences,
  type ShownPattern,
  setPreferences,
  TOPICS,
  type Topic,
} from './preferences.ts';
