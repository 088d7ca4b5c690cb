import type { BackOfficeQuestionId, ConversationId } from '#journey/ids.ts';
import type { NewQuestion, QuestionAct, QuestionChoices } from '../question.ts';

/** Null when it was done, else the code of the refusal. */
async function send(path: string, method: 'POST' | 'PUT', body: object): Promise<string | null> {
  try {
    const response = await fetch(`/api/seat/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.ok) return null;
    return ((await response.json()) as { readonly code?: string }).code ?? 'unexpected';
  } catch {
    return 'unexpected';
  }
}

export function sendQuestion(id: ConversationId, wanted: NewQuestion): Promise<string | null> {
  return send(`conversations/${id}/question`, 'POST', wanted);
}

export function sendQuestionAct(id: BackOfficeQuestionId, act: QuestionAct): Promise<string | null> {
  return send(`questions/${id}`, 'PUT', act);
}

/** Whom to ask, and by when; null when the server could not be reached. */
export async function askQuestionChoices(signal: AbortSignal): Promise<QuestionChoices | null> {
  try {
    const response = await fetch('/api/seat/question-choices', { signal });
    return response.ok ? ((await response.json()) as QuestionChoices) : null;
  } catch {
    return null;
  }
}
