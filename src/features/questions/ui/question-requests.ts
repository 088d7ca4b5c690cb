import type { BackOfficeQuestionId, ConversationId } from '#journey/ids.ts';
import { askJson } from '#shared/http/ask-json.ts';
import type { NewQuestion, QuestionAct, QuestionChoices } from '../question.ts';

/** Null when it was done, else the code of the refusal. */
async function send(path: string, method: 'POST' | 'PUT', body: object): Promise<string | null> {
  const answer = await askJson(`/api/seat/${path}`, { method, body: JSON.stringify(body) });
  return answer.ok ? null : answer.refusal.code;
}

export function sendQuestion(id: ConversationId, wanted: NewQuestion): Promise<string | null> {
  return send(`conversations/${id}/question`, 'POST', wanted);
}

export function sendQuestionAct(id: BackOfficeQuestionId, act: QuestionAct): Promise<string | null> {
  return send(`questions/${id}`, 'PUT', act);
}

/** Whom to ask, and by when; null when the server could not be reached. */
export async function askQuestionChoices(signal: AbortSignal): Promise<QuestionChoices | null> {
  const answer = await askJson<QuestionChoices, { readonly code: string }>('/api/seat/question-choices', {
    signal,
  });
  return answer.ok ? answer.value : null;
}
