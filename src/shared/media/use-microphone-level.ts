'use client';

import { useEffect, useState } from 'react';

const readMilliseconds = 100;
/** Ordinary speech reaches a tenth of the scale: shown on a scale that ends there. */
const loudSpeech = 0.12;

/** How loud the microphone of a stream is now, 0 to 1, about ten times a second; 0 without one. */
export function useMicrophoneLevel(stream: MediaStream | null): number {
  const [level, setLevel] = useState(0);
  useEffect(() => {
    const track = stream?.getAudioTracks()[0];
    if (track === undefined || typeof AudioContext === 'undefined') return;
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    analyser.fftSize = 1024;
    context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      setLevel(loudnessOf(samples));
    }, readMilliseconds);
    return () => {
      clearInterval(timer);
      void context.close();
      setLevel(0);
    };
  }, [stream]);
  return level;
}

/** Root mean square of the samples against loud speech. */
export function loudnessOf(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return Math.min(1, Math.sqrt(sum / samples.length) / loudSpeech);
}
