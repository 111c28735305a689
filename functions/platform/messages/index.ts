export { createMessages, type MessagesOptions } from './create-messages.ts';
export {
  type Addressee,
  type GroupWay,
  type Message,
  MessageFailure,
  type Messages,
} from './port.ts';
