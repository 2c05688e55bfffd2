package org.numberreader.recognition;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;

/**
 * Keeps ONNX Runtime's environment until the process has ended.
 *
 * <p>Its Java binding frees it in a shutdown hook of its own. Hooks run side by side, so a signal took it from under the
 * readings that were still to be finished: the process crashed in native code, and callers lost their connections. The
 * environment counts its owners; here is one that never lets go. What it holds goes back with the process.
 */
final class OnnxEnvironment {
    static {
        hold();
    }

    private OnnxEnvironment() {}

    /** Makes sure that the environment is kept, once for each process. */
    static void keep() {
        // The static initialiser has done it.
    }

    /** By reflection, because the binding has no public way to be a second owner, nor one to leave its hook out. */
    private static void hold() {
        try {
            OrtEnvironment.getEnvironment();
            var api = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("ortApiHandle");
            var create = OrtEnvironment.class.getDeclaredMethod("createHandle", long.class, int.class, String.class);
            api.setAccessible(true);
            create.setAccessible(true);
            create.invoke(null, api.getLong(null), OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING.getValue(), "kept");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this release of ONNX Runtime cannot be kept until the end", e);
        }
    }
}
