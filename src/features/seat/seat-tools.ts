import type { Clock } from '#ports/clock.ts';
import type { VideoRooms } from '#ports/video-rooms.ts';

/** What the seat's use cases need of the world. */
export type SeatTools = { readonly clock: Clock; readonly videoRooms: VideoRooms };
