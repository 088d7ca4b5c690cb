/** A sharp picture rather than a smooth one: what is written on it counts. */
const size = { width: { ideal: 1920 }, height: { ideal: 1080 }, frameRate: { ideal: 15 } };

/**
 * Opens another camera than the one on somebody's face: the one on the back of a phone; elsewhere any other.
 * @param faceId the camera on the face, as the browser names it; null when there is none
 * @returns null when there is no other one, or it cannot be opened
 */
export async function openOtherCamera(faceId: string | null): Promise<MediaStreamTrack | null> {
  const back = await open({ ...size, facingMode: { exact: 'environment' } });
  if (back !== null) return back;
  const devices = await navigator.mediaDevices.enumerateDevices().catch(() => []);
  const other = devices.find(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== faceId);
  return other === undefined ? null : open({ ...size, deviceId: { exact: other.deviceId } });
}

async function open(video: MediaTrackConstraints): Promise<MediaStreamTrack | null> {
  try {
    return (await navigator.mediaDevices.getUserMedia({ video })).getVideoTracks()[0] ?? null;
  } catch {
    return null;
  }
}
