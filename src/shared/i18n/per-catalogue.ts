import type { FormOfAddress, Language } from '#journey/language.ts';
import { loadMessages } from './load-messages.ts';
import type { Messages } from './message-types.ts';

/**
 * Makes something from each catalogue of words once: a translator reads the patterns of its texts anew when it is made anew, which is
 * most of the work where thousands of messages are written.
 */
export function perCatalogue<Made>(
  make: (language: Language, messages: Messages) => Made,
): (language: Language, formOfAddress: FormOfAddress) => Made {
  const made = new WeakMap<Messages, { readonly value: Made }>();
  return (language, formOfAddress) => {
    const messages = loadMessages(language, formOfAddress);
    let known = made.get(messages);
    if (known === undefined) {
      known = { value: make(language, messages) };
      made.set(messages, known);
    }
    return known.value;
  };
}
