import { useEffect, useState } from 'react';
import type { BookingState } from '../booking-state.ts';

const checkHash = '#check';

/**
 * The step in sight. The browser's own way back leads from the last look to the details, and its way forward back again, with all
 * that was typed.
 */
export function useSteps(state: BookingState) {
  const [seen, setSeen] = useState(state);
  const [step, setStep] = useState(state.step);
  if (seen !== state) {
    setSeen(state);
    setStep(state.step);
  }
  useEffect(() => {
    if (state.step === 'check' && window.location.hash !== checkHash)
      window.history.pushState(null, '', checkHash);
    const follow = () =>
      setStep(state.step === 'check' && window.location.hash === checkHash ? 'check' : 'details');
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, [state]);
  return { step, goBack: () => window.history.back() };
}
