'use client';

import { useEffect, useReducer, useSyncExternalStore } from 'react';
import { type ChatSession, type ChatSnapshot, createChatSession } from './chat-session.ts';
import { createChatStore } from './chat-store.ts';
import type { ChatAddress } from './send-chat.ts';

/** The conversations of this window: the button and the field of one are in different places of the page. */
type OpenChat = { readonly session: ChatSession; readonly close: () => void; holders: number };
const chats = new Map<string, OpenChat>();

function hold(address: ChatAddress): () => void {
  const chat = findOrOpen(address);
  chat.holders += 1;
  return () => {
    chat.holders -= 1;
    if (chat.holders > 0) return;
    chat.close();
    chats.delete(address.events);
  };
}

function findOrOpen(address: ChatAddress): OpenChat {
  const known = chats.get(address.events);
  if (known !== undefined) return known;
  const session = createChatSession(
    address,
    createChatStore(() => sessionStorage, `chat ${address.lines}`),
  );
  const chat: OpenChat = { session, close: session.open(), holders: 0 };
  chats.set(address.events, chat);
  return chat;
}

export type HeldChat = { readonly session: ChatSession; readonly snapshot: ChatSnapshot };

const noSubscription = () => () => {};
const noSnapshot = () => null;

/** What is written at an address, followed while the component stands; null before it has begun, and without an address. */
export function useChat(address: ChatAddress | null): HeldChat | null {
  // What is open in this window is known there; here only that it changed.
  const [, show] = useReducer((times: number) => times + 1, 0);
  const session = address === null ? null : (chats.get(address.events)?.session ?? null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an address is known by where it is followed
  useEffect(() => {
    if (address === null) return;
    const release = hold(address);
    show();
    return release;
  }, [address?.events]);
  const snapshot = useSyncExternalStore(
    session?.subscribe ?? noSubscription,
    session?.snapshot ?? noSnapshot,
    noSnapshot,
  );
  return session === null || snapshot === null ? null : { session, snapshot };
}
