package org.numberreader.cli;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One of several nearly equal parts of any number of pictures. A picture's name alone tells which part it is in, so that
 * several machines agree whatever each of them finds in a folder that changes.
 *
 * @param index 1 to {@code count}
 * @param count how many parts there are
 */
record Shard(int index, int count) {
    static final Shard WHOLE = new Shard(1, 1);

    /** Kubernetes tells each pod of an Indexed Job its index by it, from 0. */
    static final String JOB_INDEX = "JOB_COMPLETION_INDEX";

    private static final Pattern FORM = Pattern.compile("(\\d{1,6}|job)/(\\d{1,6})");
    private static final String USAGE =
            "a shard is given as 2/3, the second of three, or as job/3 in an Indexed Job, whose " + JOB_INDEX
                    + " is 0 to 2";

    Shard {
        if (index < 1 || index > count) {
            throw new IllegalArgumentException(USAGE);
        }
    }

    /**
     * @param text as "2/3", or "job/3" where the environment says which
     * @throws IllegalArgumentException if it is not of that form, or there is no such part
     */
    static Shard parse(String text, Map<String, String> environment) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(USAGE);
        }
        int count = Integer.parseInt(form.group(2));
        if (!form.group(1).equals("job")) {
            return new Shard(Integer.parseInt(form.group(1)), count);
        }
        String index = environment.getOrDefault(JOB_INDEX, "");
        if (!index.matches("\\d{1,6}")) {
            throw new IllegalArgumentException(USAGE);
        }
        return new Shard(Integer.parseInt(index) + 1, count);
    }

    /** @param name of a picture within the shared folder, with slashes */
    boolean has(String name) {
        return Long.remainderUnsigned(hash(name), count) == index - 1;
    }

    /** Well mixed: names in folders differ in little, and in regular ways. */
    private static long hash(String name) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
